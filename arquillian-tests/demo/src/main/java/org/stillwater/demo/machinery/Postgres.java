package org.stillwater.demo.machinery;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A PostgreSQL of our own, with a database {@code shop} and two roles: {@link #MIGRATOR} owns the tables,
 * {@link #APPLICATION} only reads and writes rows. So the database knows who did what.
 */
public final class Postgres implements AutoCloseable {

    public static final String APPLICATION = "shop";
    public static final String MIGRATOR = "migrator";
    private static final String SUPERUSER = "postgres";
    private static final String DATABASE = "shop";
    private static final String DATA = "data";
    private static final String LOG = "postgresql.log";

    private final Path data;
    private final EmbeddedPostgres embedded;

    /** Where its files are. */
    Path data() {
        return data;
    }

    int port() {
        return embedded.getPort();
    }

    private Postgres(Path data, EmbeddedPostgres embedded) {
        this.data = data;
        this.embedded = embedded;
    }

    /** Fails if one that was started here before still runs: somebody may be looking at it. */
    public static void requireNone(Path directory) throws IOException {
        Optional<ProcessHandle> server = server(directory.resolve(DATA));
        if (server.isPresent()) {
            throw new IllegalStateException("A demo is still running here: its PostgreSQL is process "
                    + server.get().pid());
        }
    }

    /** Starts it on a free port of the loopback interface; everything it writes is below {@code directory}. */
    public static Postgres start(Path directory) throws Exception {
        Path data = directory.resolve(DATA);
        Files.createDirectories(directory);
        EmbeddedPostgres embedded;
        try {
            embedded = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(directory.resolve("binaries").toFile())
                    .setDataDirectory(data)
                    .setCleanDataDirectory(true)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(Duration.ofMinutes(1))
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("track_commit_timestamp", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("shared_buffers", "256MB")
                    .setServerConfig("max_wal_size", "4GB")
                    .setServerConfig("logging_collector", "on")
                    .setServerConfig("log_directory", directory.toString())
                    .setServerConfig("log_filename", LOG)
                    .setServerConfig("log_line_prefix", "%m:%a:")
                    .start();
        } catch (IOException | RuntimeException e) {
            // Ctrl-C reaches the tools that start the server, not the server itself.
            stopServer(data);
            throw e;
        }
        Postgres postgres = new Postgres(data, embedded);
        try {
            postgres.createDatabase();
        } catch (SQLException e) {
            postgres.close();
            throw e;
        }
        return postgres;
    }

    private void createDatabase() throws SQLException {
        try (Connection connection = DriverManager.getConnection(embedded.getJdbcUrl(SUPERUSER, SUPERUSER));
                Statement statement = connection.createStatement()) {
            statement.execute("create role " + MIGRATOR + " login");
            statement.execute("create role " + APPLICATION + " login");
            statement.execute("create database " + DATABASE + " owner " + MIGRATOR);
        }
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("alter schema public owner to " + MIGRATOR);
        }
    }

    /** A connection that may see everything. */
    public Connection connect() throws SQLException {
        return connect(SUPERUSER);
    }

    public Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(url(), role, role);
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + embedded.getPort() + "/" + DATABASE;
    }

    /** What the server says. */
    public Path log() {
        return data.resolveSibling(LOG);
    }

    @Override
    public void close() throws IOException {
        try {
            embedded.close();
        } finally {
            stopServer(data);
        }
    }

    static void stopServer(Path data) throws IOException {
        Optional<ProcessHandle> server = server(data);
        if (server.isPresent() && server.get().destroy()) {
            try {
                server.get().onExit().get(5, TimeUnit.SECONDS);
            } catch (TimeoutException | ExecutionException e) {
                server.get().destroyForcibly();
            } catch (InterruptedException e) {
                server.get().destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }

    /** By the process id that the server itself wrote down; empty if it has gone. */
    private static Optional<ProcessHandle> server(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
        // The number may belong to somebody else by now.
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().command().orElse("").contains("postgres"));
    }

    @Override
    public String toString() {
        return "PostgreSQL at " + url();
    }
}
