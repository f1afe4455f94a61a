package org.stillwater.it.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A PostgreSQL that takes prepared transactions, and connections to it that the library does not know of. */
final class DrainedPostgres implements AutoCloseable {
    private final EmbeddedPostgres server;

    DrainedPostgres() throws IOException {
        server = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(new File(System.getProperty("it.directory"), "postgres"))
                .setServerConfig("max_prepared_transactions", "10")
                .setServerConfig("autovacuum_naptime", "1s")
                .start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    Connection connect(String user) throws SQLException {
        return connect(user, "postgres");
    }

    Connection connect(String user, String database) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database
                + "?ApplicationName=PostgresDrainIT&user=" + user);
    }

    String superuser(String query) throws SQLException {
        try (Connection connection = connect("postgres")) {
            return text(connection, query);
        }
    }

    /** What a failed test has left would hold its locks for ever. */
    void rollbackPrepared() throws SQLException {
        String left = superuser("select string_agg(gid, ',') from pg_prepared_xacts");
        for (String gid : left == null ? new String[0] : left.split(",")) {
            asSuperuser("rollback prepared '" + gid + "'");
        }
    }

    void asSuperuser(String sql) throws SQLException {
        try (Connection connection = connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String text(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** Whoever analyzes the table calls the function of its index, which takes a transaction id and waits for the lock. */
    void makeAutovacuumWrite() throws SQLException {
        try (Connection connection = connect("postgres");
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("create function slow(text) returns text language sql immutable as 'select $1'");
            statement.execute("create table analyzed (text text)"
                    + " with (autovacuum_analyze_threshold = 1, autovacuum_analyze_scale_factor = 0)");
            statement.execute("create index on analyzed (slow(text))");
            statement.execute("insert into analyzed select generate_series(1, 100)::text");
            statement.execute("""
                    create or replace function slow(text) returns text language plpgsql immutable as $$ begin
                        perform pg_current_xact_id();
                        perform pg_advisory_xact_lock_shared(4711);
                        return $1; end $$""");
            connection.commit();
        }
    }
}
