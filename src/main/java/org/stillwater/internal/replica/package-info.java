/**
 * Follows a replica of a guarded database, and says when it may be read: {@link org.stillwater.internal.replica.Replica}.
 * Knows {@code java.sql} only. Internal: free to change.
 */
@NullMarked
package org.stillwater.internal.replica;

import org.jspecify.annotations.NullMarked;
