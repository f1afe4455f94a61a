/** {@code @Writes} on every kind of bean, and the flags beside it. */
package org.stillwater.it.writes;
