package org.stillwater.integration.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.stillwater.spi.ReadOnlyDialect;

/** What dialects do by SQL. */
final class Sql {
    /** The SQLSTATE of the standard for a write in a read-only transaction. */
    static final String READ_ONLY_TRANSACTION = "25006";

    private Sql() {}

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Whether the database refuses a write. If it does not, the write is undone, in so far as a rollback does not. */
    static boolean isRefused(ReadOnlyDialect dialect, Connection connection, String write, String undo)
            throws SQLException {
        try {
            execute(connection, write);
        } catch (SQLException e) {
            if (dialect.isReadOnlyRefusal(e)) {
                return true;
            }
            throw e;
        }
        execute(connection, undo);
        return false;
    }

    /** Executes something that the database does not take once a transaction has begun; false if it has. */
    static boolean executeUnlessBegun(Connection connection, String sql, int vendorCodeOfBegun) throws SQLException {
        try {
            execute(connection, sql);
            return true;
        } catch (SQLException e) {
            if (e.getErrorCode() == vendorCodeOfBegun) {
                return false;
            }
            throw e;
        }
    }
}
