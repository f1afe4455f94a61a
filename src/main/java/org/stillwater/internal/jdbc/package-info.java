/**
 * Guards JDBC connections, whoever hands them out: {@link org.stillwater.internal.jdbc.ConnectionGuard}. Knows
 * {@code java.sql} only. Internal: free to change.
 */
@NullMarked
package org.stillwater.internal.jdbc;

import org.jspecify.annotations.NullMarked;
