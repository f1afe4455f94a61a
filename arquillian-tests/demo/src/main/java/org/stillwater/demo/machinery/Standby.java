package org.stillwater.demo.machinery;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.stillwater.standby.StandbyCopy;

/** A hot standby of a {@link Postgres}, which the application may pause. */
public final class Standby implements AutoCloseable {

    private static final String MAY_PAUSE =
            "grant execute on function pg_wal_replay_pause(), pg_wal_replay_resume() to " + Postgres.APPLICATION;

    private final Path data;
    private final EmbeddedPostgres embedded;

    private Standby(Path data, EmbeddedPostgres embedded) {
        this.data = data;
        this.embedded = embedded;
    }

    /** Starts one on a free port of the loopback interface; everything it writes is below {@code directory}. */
    public static Standby start(Postgres primary, Path directory) throws IOException, SQLException {
        try (Connection superuser = primary.connect();
                Statement statement = superuser.createStatement()) {
            statement.execute(MAY_PAUSE);
        }
        Path data = directory.resolve("standby");
        StandbyCopy.make(primary.url() + "?user=postgres", primary.port(), primary.data(), data);
        try {
            return new Standby(
                    data,
                    EmbeddedPostgres.builder()
                            .setOverrideWorkingDirectory(
                                    directory.resolve("binaries").toFile())
                            .setDataDirectory(data)
                            .setCleanDataDirectory(false)
                            .setRegisterShutdownHook(false)
                            .setPGStartupWait(Duration.ofMinutes(1))
                            .setServerConfig("listen_addresses", "127.0.0.1")
                            .setServerConfig("unix_socket_directories", "")
                            .setServerConfig("shared_buffers", "256MB")
                            .start());
        } catch (IOException | RuntimeException e) {
            Postgres.stopServer(data);
            throw e;
        }
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + embedded.getPort() + "/shop";
    }

    @Override
    public void close() throws IOException {
        try {
            embedded.close();
        } finally {
            Postgres.stopServer(data);
        }
    }

    @Override
    public String toString() {
        return "standby at " + url();
    }
}
