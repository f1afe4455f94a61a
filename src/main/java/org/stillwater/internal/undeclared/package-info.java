/**
 * Remembers the writes that reached a guard without a declared {@code @Writes} method above them, so that a team finds
 * them. The entry point is {@link org.stillwater.internal.undeclared.UndeclaredWrites}. Internal: free to change.
 */
@NullMarked
package org.stillwater.internal.undeclared;

import org.jspecify.annotations.NullMarked;
