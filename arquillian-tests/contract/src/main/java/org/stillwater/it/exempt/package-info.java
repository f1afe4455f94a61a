/** Exempt blocks of {@code ReadOnlyControl}, through every layer that refuses. */
package org.stillwater.it.exempt;
