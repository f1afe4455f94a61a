package org.stillwater.integration.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stillwater.spi.ReplicaProgress;

/**
 * Hot standbys of PostgreSQL. A position is that of the write-ahead log (LSN), with the number that {@code initdb} has given
 * to the cluster: positions of different clusters do not compare.
 *
 * <p>The insert position is asked for, not the flush position: a commit that is acknowledged before it is flushed
 * ({@code synchronous_commit = off}) is before the one and may be behind the other. Where a record has ended with its page,
 * the insert position is already behind the header of the next one (24 bytes; 40 where a segment begins, see
 * {@code XLogBytePosToRecPtr} in PostgreSQL's {@code xlog.c}), and a standby never says that it has come there before another
 * record follows; so the header is taken off again. No record ends at these places.
 *
 * <p>The measures that lie ({@code pg_last_xact_replay_timestamp}, {@code replay_lag}) are not used. PostgreSQL 14 or later.
 */
final class PostgreSqlReplicas {
    private static final String POSITION = "select (select system_identifier from pg_control_system())::text,"
            + " ('0/0'::pg_lsn + at - case when at % pg_size_bytes(current_setting('wal_segment_size')) = 40 then 40"
            + " when at % current_setting('wal_block_size')::int = 24 then 24 else 0 end)::text"
            + " from (select case when pg_is_in_recovery() then null"
            + " else pg_current_wal_insert_lsn() - '0/0'::pg_lsn end) as here (at)";

    /** No column is computed on a server that is not in recovery, where most of these functions fail. */
    private static final String PROGRESS = "select (select system_identifier from pg_control_system())::text,"
            + " pg_is_in_recovery(), pg_last_wal_replay_lsn()::text,"
            + " coalesce(pg_last_wal_replay_lsn() >= ?::pg_lsn, false),"
            + " case when pg_is_in_recovery() then pg_get_wal_replay_pause_state() = 'paused' else false end";

    private static final String FITNESS = "select has_function_privilege('pg_wal_replay_pause()', 'execute')"
            + " and has_function_privilege('pg_wal_replay_resume()', 'execute'), current_user,"
            + " (select count(*) from pg_stat_wal_receiver)";

    private PostgreSqlReplicas() {}

    static String position(Connection primary) throws SQLException {
        try (Statement statement = primary.createStatement();
                ResultSet row = statement.executeQuery(POSITION)) {
            row.next();
            if (row.getString(2) == null) {
                throw new SQLException("it is in recovery, so it is a standby itself: connect the unit to the primary");
            }
            return row.getString(1) + " " + row.getString(2);
        }
    }

    static ReplicaProgress progress(Connection replica, @Nullable String position) throws SQLException {
        String[] wanted = position == null ? new String[0] : position.split(" ", 2);
        try (PreparedStatement statement = replica.prepareStatement(PROGRESS)) {
            statement.setString(1, wanted.length < 2 ? null : wanted[1]);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                if (wanted.length == 2 && !wanted[0].equals(row.getString(1))) {
                    return ReplicaProgress.unsuitable("it belongs to another cluster (system identifier "
                            + row.getString(1) + ") than the primary (" + wanted[0] + ")");
                }
                String at = row.getString(3);
                if (at == null) {
                    return ReplicaProgress.unsuitable("it is no standby: it has never replayed anything");
                }
                return new ReplicaProgress(null, row.getBoolean(4), row.getBoolean(5), row.getBoolean(2), at);
            }
        }
    }

    static List<String> obstacles(Connection replica) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = replica.createStatement();
                ResultSet row = statement.executeQuery(FITNESS)) {
            row.next();
            if (!row.getBoolean(1)) {
                found.add("user '" + row.getString(2)
                        + "' may not pause replay. On the primary: GRANT EXECUTE ON FUNCTION"
                        + " pg_wal_replay_pause(), pg_wal_replay_resume() TO " + row.getString(2));
            }
            if (row.getLong(3) == 0) {
                found.add(
                        "it does not receive what the primary writes (no WAL receiver runs), so the primary may throw away"
                                + " what it needs to catch up: see that it streams, and look at its log");
            }
        }
        return found;
    }

    static void pause(Connection replica) throws SQLException {
        Sql.execute(replica, "select pg_wal_replay_pause()");
    }

    static void resume(Connection replica) throws SQLException {
        Sql.execute(replica, "select pg_wal_replay_resume()");
    }
}
