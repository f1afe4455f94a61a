package org.stillwater.it.replica;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.stillwater.standby.StandbyCopy;

/** PostgreSQL with a hot standby. */
public final class PostgresPair implements ReplicaPair {
    private static final String DATABASE = "postgres";

    private final Path standbyDirectory;
    private EmbeddedPostgres primary;
    private final Path directory;
    private final int primaryPort;
    private EmbeddedPostgres standby;
    private final int standbyPort;

    private PostgresPair(Path directory, EmbeddedPostgres primary, EmbeddedPostgres standby) {
        this.directory = directory;
        this.primaryPort = primary.getPort();
        this.standbyDirectory = directory.resolve("standby");
        this.primary = primary;
        this.standby = standby;
        this.standbyPort = standby.getPort();
    }

    /** Starts both; everything they write is below the directory. */
    public static PostgresPair start(Path directory) throws Exception {
        return start(directory, 0, 0);
    }

    /** The same at these ports; 0 is any. */
    public static PostgresPair start(Path directory, int primaryPort, int standbyPort) throws Exception {
        EmbeddedPostgres primary = startPrimary(directory, primaryPort);
        try {
            Path standby = directory.resolve("standby");
            StandbyCopy.make(url(primary.getPort()), primary.getPort(), directory.resolve("primary"), standby);
            return new PostgresPair(directory, primary, start(standby, standbyPort));
        } catch (Exception e) {
            primary.close();
            throw e;
        }
    }

    private static EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(new File(System.getProperty("it.directory"), "postgres"));
    }

    /** Makes its data the first time. */
    private static EmbeddedPostgres startPrimary(Path directory, int port) throws IOException {
        return start(
                builder()
                        .setDataDirectory(directory.resolve("primary"))
                        .setCleanDataDirectory(false)
                        .setServerConfig("synchronous_commit", "on"),
                port);
    }

    private static EmbeddedPostgres start(Path standby, int port) throws IOException {
        return start(builder().setDataDirectory(standby).setCleanDataDirectory(false), port);
    }

    private static EmbeddedPostgres start(EmbeddedPostgres.Builder builder, int port) throws IOException {
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    @Override
    public void stopReplica() throws IOException {
        standby.close();
    }

    /** A pause of its replay does not survive that. */
    @Override
    public void startReplica() throws IOException {
        standby = start(standbyDirectory, standbyPort);
    }

    /** Ends the primary; what was connected to it is not any more. */
    public void stopPrimary() throws IOException {
        primary.close();
    }

    /** Starts it again, where it was. */
    public void startPrimary() throws IOException {
        primary = startPrimary(directory, primaryPort);
    }

    @Override
    public String primaryUrl() {
        return url(primaryPort);
    }

    @Override
    public String replicaUrl() {
        return url(standbyPort);
    }

    private static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE + "?user=postgres";
    }

    @Override
    public String whichSide() {
        return "select pg_is_in_recovery()::int";
    }

    @Override
    public String session() {
        return "select pg_backend_pid()";
    }

    @Override
    public String writingFunction() {
        return "create or replace function write_note() returns int language sql as"
                + " $$ insert into note values ('by a function'); select 1 $$";
    }

    @Override
    public void pause() throws SQLException {
        onReplica("select pg_wal_replay_pause()");
    }

    @Override
    public void resume() throws SQLException {
        onReplica("select pg_wal_replay_resume()");
    }

    @Override
    public void close() throws IOException {
        try {
            standby.close();
        } finally {
            primary.close();
        }
    }
}
