package org.stillwater.internal.database;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stillwater.spi.ReadOnlyDialect;

/**
 * A database, as it says itself what it is.
 *
 * @param product name and version
 * @param dialect what the library knows about it, or null
 */
public record Database(String product, @Nullable ReadOnlyDialect dialect) {
    /** The SQLSTATE of the standard for a write in a read-only transaction. */
    private static final String READ_ONLY_TRANSACTION = "25006";

    /**
     * Asks it.
     *
     * @throws SQLException if it does not say
     */
    public static Database of(Connection connection) throws SQLException {
        DatabaseMetaData metaData = connection.getMetaData();
        String name = metaData.getDatabaseProductName();
        return new Database(name + " " + metaData.getDatabaseProductVersion(), Dialects.of(name));
    }

    /** What it takes for a comment. */
    public Comments comments() {
        if (product.startsWith("MySQL") || product.startsWith("MariaDB")) {
            return Comments.MYSQL;
        }
        return dialect == null ? Comments.EITHER : Comments.STANDARD;
    }

    /** Whether the database has refused a write because it, or the transaction, is read-only. */
    public boolean hasRefused(SQLException problem) {
        return findRefusal(problem, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /** A batch that fails says why in the next exception, a pool in the cause. */
    private boolean findRefusal(@Nullable Throwable problem, Set<Throwable> seen) {
        if (problem == null || !seen.add(problem)) {
            return false;
        }
        return problem instanceof SQLException said && (isRefusal(said) || findRefusal(said.getNextException(), seen))
                || findRefusal(problem.getCause(), seen);
    }

    private boolean isRefusal(SQLException problem) {
        return READ_ONLY_TRANSACTION.equals(problem.getSQLState())
                || dialect != null && dialect.isReadOnlyRefusal(problem);
    }
}
