package org.stillwater.it.replica;

import ch.vorburger.exec.ManagedProcessException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** MariaDB with a replica that is read-only. Both are reached as {@code shop}, an application's user. */
public final class MariaDbPair implements ReplicaPair {
    private final MariaDbServer primary;
    private final MariaDbServer replica;

    private MariaDbPair(MariaDbServer primary, MariaDbServer replica) {
        this.primary = primary;
        this.replica = replica;
    }

    /** Starts both; everything they keep is below the directory. */
    public static MariaDbPair start(Path directory) throws Exception {
        MariaDbServer primary = MariaDbServer.start(directory, 1, "--log-bin=binlog");
        MariaDbServer replica = null;
        try {
            replica = MariaDbServer.start(
                    directory,
                    2,
                    "--log-bin=binlog",
                    // Nothing is written there; but then a replica of this one would not show everything.
                    "--binlog-ignore-db=audit",
                    "--read-only",
                    "--slave-parallel-threads=4");
            primary.execute(
                    "create user replication@'127.0.0.1' identified by 'replication'",
                    "grant replication slave on *.* to replication@'127.0.0.1'");
            MariaDbPair pair = new MariaDbPair(primary, replica);
            pair.replica().execute(pair.changeMaster(""), "start slave");
            return pair;
        } catch (Exception e) {
            if (replica != null) {
                replica.close();
            }
            primary.close();
            throw e;
        }
    }

    /** What makes a server a replica of the primary. */
    public String changeMaster(String connectionName) {
        return "change master " + connectionName + " to master_host = '127.0.0.1', master_port = " + primary.port()
                + ", master_user = 'replication', master_password = 'replication', master_use_gtid = slave_pos,"
                + " master_ssl = 0, master_connect_retry = 1";
    }

    public MariaDbServer primary() {
        return primary;
    }

    public MariaDbServer replica() {
        return replica;
    }

    /** Whether the SQL thread of the replica is at work, as it says to who may see that. */
    public boolean isReplaying() throws SQLException {
        return status("Slave_SQL_Running");
    }

    /** Whether the replica receives what the primary writes. */
    public boolean isReceiving() throws SQLException {
        return status("Slave_IO_Running");
    }

    private boolean status(String thread) throws SQLException {
        try (Connection connection = replica.connect("admin");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show slave status")) {
            row.next();
            return row.getString(thread).equals("Yes");
        }
    }

    @Override
    public String primaryUrl() {
        return primary.url("shop");
    }

    @Override
    public String replicaUrl() {
        return replica.url("shop");
    }

    @Override
    public String whichSide() {
        return "select @@global.server_id = " + replica.id();
    }

    @Override
    public String session() {
        return "select @@pseudo_thread_id";
    }

    @Override
    public String writingFunction() {
        return "create or replace function write_note() returns int deterministic modifies sql data"
                + " begin insert into note values ('by a function'); return 1; end";
    }

    @Override
    public void pause() throws SQLException {
        replica.execute("stop slave sql_thread");
    }

    @Override
    public void resume() throws SQLException {
        replica.execute("start slave sql_thread");
    }

    @Override
    public void stopReplica() throws ManagedProcessException {
        replica.stop();
    }

    /** A pause of its SQL thread does not survive that. */
    @Override
    public void startReplica() throws ManagedProcessException {
        replica.startAgain();
    }

    @Override
    public void close() throws ManagedProcessException {
        try {
            replica.close();
        } finally {
            primary.close();
        }
    }
}
