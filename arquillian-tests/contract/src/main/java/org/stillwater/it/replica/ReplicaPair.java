package org.stillwater.it.replica;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A primary and its replica, as tests need them. */
public interface ReplicaPair extends AutoCloseable {
    String primaryUrl();

    String replicaUrl();

    /** A query that gives 1 on the replica and 0 on the primary. */
    String whichSide();

    /** A query that gives another value on each connection. */
    String session();

    /** Makes a function {@code write_note()} that inserts into the table {@code note}. */
    String writingFunction();

    /** Keeps the replica from following, as an administrator does. */
    void pause() throws SQLException;

    void resume() throws SQLException;

    /** Ends the replica; what was connected to it is not any more. */
    void stopReplica() throws Exception;

    /** Starts it again where it was. */
    void startReplica() throws Exception;

    default void onPrimary(String... statements) throws SQLException {
        execute(primaryUrl(), statements);
    }

    default void onReplica(String... statements) throws SQLException {
        execute(replicaUrl(), statements);
    }

    default String askPrimary(String query) throws SQLException {
        return ask(primaryUrl(), query);
    }

    default String askReplica(String query) throws SQLException {
        return ask(replicaUrl(), query);
    }

    private static void execute(String url, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String ask(String url, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
