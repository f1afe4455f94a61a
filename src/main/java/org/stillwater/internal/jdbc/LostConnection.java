package org.stillwater.internal.jdbc;

import java.lang.reflect.UndeclaredThrowableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What tells that a connection is of no use any more. */
final class LostConnection {
    /** Beginnings of SQLSTATE: a connection exception; a PostgreSQL that shuts down. */
    private static final List<String> STATES = List.of("08", "57P");

    private LostConnection() {}

    /** Whether a connection is, after what it has thrown. Pools give no SQLSTATE for one that they have closed. */
    static boolean isLost(Connection connection, SQLException problem) {
        String state = problem.getSQLState();
        return state == null ? isClosed(connection) : STATES.stream().anyMatch(state::startsWith);
    }

    private static boolean isClosed(Connection connection) {
        try {
            return connection.isClosed();
        } catch (SQLException | UndeclaredThrowableException e) {
            return true;
        }
    }

    /** Payara's connections wrap what one that is broken throws, which nobody who uses JDBC expects. */
    static SQLException cause(Exception problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException known) {
                return known;
            }
        }
        throw (RuntimeException) problem;
    }
}
