/**
 * Migrates the database of a running application while people read it, and proves that nothing was lost.
 * {@link org.stillwater.demo.Demo} is the entry point.
 */
package org.stillwater.demo;
