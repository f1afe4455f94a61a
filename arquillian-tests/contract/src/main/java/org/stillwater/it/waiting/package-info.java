/** Writes that wait for the lift. */
package org.stillwater.it.waiting;
