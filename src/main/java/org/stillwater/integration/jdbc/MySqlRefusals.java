package org.stillwater.integration.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.stillwater.spi.ReadOnlyDialect;

/** How MariaDB, MySQL and their drivers refuse. */
final class MySqlRefusals {
    /** {@code read_only} and {@code super_read_only}; but also any other option of the server that forbids something. */
    private static final int OPTION_PREVENTS_STATEMENT = 1290;

    /** InnoDB is read-only. */
    private static final int READ_ONLY_MODE = 1836;

    /** {@code ALTER SCHEMA ... READ ONLY = 1} of MySQL. */
    private static final int SCHEMA_READ_ONLY = 3989;

    private MySqlRefusals() {}

    static boolean contains(SQLException problem) {
        if (Sql.READ_ONLY_TRANSACTION.equals(problem.getSQLState())) {
            return true;
        }
        return switch (problem.getErrorCode()) {
            case OPTION_PREVENTS_STATEMENT -> names(problem, "read-only") || names(problem, "read_only");
            case READ_ONLY_MODE, SCHEMA_READ_ONLY -> true;
            // MySQL's driver, before it asks the server
            default -> "S1009".equals(problem.getSQLState()) && names(problem, "connection is read-only");
        };
    }

    private static boolean names(SQLException problem, String option) {
        String message = problem.getMessage();
        return message != null && message.toLowerCase(Locale.ROOT).contains(option);
    }

    /** A temporary table is the session's own, but no transaction's: a rollback leaves it. */
    static boolean refusesTemporaryTable(ReadOnlyDialect dialect, Connection connection) throws SQLException {
        return Sql.isRefused(
                dialect,
                connection,
                "CREATE TEMPORARY TABLE stillwater_probe (id INT)",
                "DROP TEMPORARY TABLE stillwater_probe");
    }
}
