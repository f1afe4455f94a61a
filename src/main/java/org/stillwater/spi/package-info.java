/**
 * What someone implements: {@link org.stillwater.spi.ModeStore} keeps and shares the mode,
 * {@link org.stillwater.spi.ReadOnlyDialect} knows how a database is made to refuse writes, and
 * {@link org.stillwater.spi.VerifyingDialect} how it is asked for open ones. Public, but still allowed to
 * grow before 1.0.
 */
@NullMarked
package org.stillwater.spi;

import org.jspecify.annotations.NullMarked;
