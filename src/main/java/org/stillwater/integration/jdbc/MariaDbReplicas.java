package org.stillwater.integration.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stillwater.spi.ReplicaProgress;

/**
 * Replicas of MariaDB. A position is that of the primary's binary log ({@link MariaDbPosition}); it is compared with {@code
 * gtid_slave_pos}, which has nothing but what was replayed, and not with {@code gtid_current_pos}, which moves with what is
 * written on the replica itself.
 *
 * <p>Both are variables. No table is read, {@code mysql.gtid_slave_pos} least of all: under {@code REPEATABLE READ} the first
 * read of a transaction decides what it sees, so the reads of the application would see what there was before the replica
 * was asked.
 *
 * <p>Nothing here needs a right, so a replica that leaves out whole domains ({@code IGNORE_DOMAIN_IDS}) is recognised only
 * before it is paused. MariaDB 10.5 or later.
 */
final class MariaDbReplicas {
    private static final Set<String> SERVER_ITSELF = Set.of("mysql", "sys", "information_schema", "performance_schema");

    private static final List<String> FILTERS = List.of(
            "replicate_do_db",
            "replicate_ignore_db",
            "replicate_do_table",
            "replicate_ignore_table",
            "replicate_wild_do_table",
            "replicate_wild_ignore_table");

    /** Values of {@code read_only}; newer versions have more than one of the other kind. */
    private static final Set<String> WRITABLE = Set.of("0", "OFF");

    private static final String RUNNING = "(SELECT variable_value FROM information_schema.session_status"
            + " WHERE variable_name = 'SLAVES_RUNNING')";

    /** The state before the position, see there. */
    private static final String POSITION = "SELECT @@global.server_id, @@global.log_bin, @@global.gtid_binlog_state,"
            + " @@global.gtid_binlog_pos, @@global.log_slave_updates, " + RUNNING + ","
            + " (SELECT group_concat(concat(lower(variable_name), ' is ''', variable_value, '''') SEPARATOR ', ')"
            + " FROM information_schema.global_variables"
            + " WHERE variable_name IN ('BINLOG_DO_DB', 'BINLOG_IGNORE_DB') AND variable_value <> '')";

    private static final String PROGRESS = "BEGIN NOT ATOMIC SELECT @@global.server_id, " + RUNNING
            + ", @@global.gtid_slave_pos, @@global.read_only, @@global." + String.join(", @@global.", FILTERS)
            + "; SHOW GRANTS; END";

    private static final int FIRST_FILTER = 5;

    private MariaDbReplicas() {}

    static String position(Connection primary) throws SQLException {
        try (Statement statement = primary.createStatement();
                ResultSet row = statement.executeQuery(POSITION)) {
            row.next();
            String incomplete = incompleteLog(row);
            if (incomplete != null) {
                throw new SQLException(incomplete);
            }
            return row.getString(1) + ";" + row.getString(3) + " " + row.getString(4);
        }
    }

    private static @Nullable String incompleteLog(ResultSet row) throws SQLException {
        if (!row.getBoolean(2)) {
            return "it writes no binary log (log_bin is OFF), so it has no replica: connect the unit to the primary, or start"
                    + " it with --log-bin";
        }
        if (!row.getBoolean(5) && row.getInt(6) > 0) {
            return "it is a replica itself, and does not write to its binary log what it replays (log_slave_updates is OFF):"
                    + " connect the unit to the primary, or start it with --log-slave-updates";
        }
        if (row.getString(4).isEmpty()) {
            return "its binary log is empty (gtid_binlog_pos), so a replica may lack what was there before: write"
                    + " something, such as CREATE DATABASE and DROP DATABASE, and see that the replica has it";
        }
        return row.getString(7) == null
                ? null
                : "it writes only a part to its binary log (" + row.getString(7)
                        + "), so no replica shows everything: start it without this filter";
    }

    static ReplicaProgress progress(Connection replica, @Nullable String position) throws SQLException {
        MariaDbPosition wanted = position == null ? null : MariaDbPosition.parse(position);
        try (Statement statement = replica.createStatement();
                ResultSet row = statement.executeQuery(PROGRESS)) {
            row.next();
            String at = row.getString(3);
            List<MariaDbGtid> replayed = MariaDbGtid.list(at);
            boolean running = row.getInt(2) > 0;
            String unsuitable = unsuitable(row, wanted, replayed, running);
            if (unsuitable != null) {
                return ReplicaProgress.unsuitable(unsuitable);
            }
            boolean readOnly = !WRITABLE.contains(row.getString(4));
            return new ReplicaProgress(
                    null,
                    wanted != null && wanted.isReached(replayed),
                    !running,
                    readOnly && !MariaDbGrants.readNext(statement).overcomeReadOnly(),
                    (at.isEmpty() ? "the beginning" : at) + (running ? "" : ", where its SQL thread has stopped"));
        }
    }

    private static @Nullable String unsuitable(
            ResultSet row, @Nullable MariaDbPosition wanted, List<MariaDbGtid> replayed, boolean running)
            throws SQLException {
        String objection = wanted == null ? null : wanted.objectionTo(row.getLong(1), replayed);
        if (objection != null) {
            return objection;
        }
        if (replayed.isEmpty() && !running) {
            return "it is no replica: it has never replayed anything (gtid_slave_pos is empty), and no SQL thread runs";
        }
        for (int i = 0; i < FILTERS.size(); i++) {
            String filter = FILTERS.get(i);
            String value = row.getString(FIRST_FILTER + i);
            if (leavesOut(filter, value)) {
                return "it replays only a part (" + filter + " is '" + value
                        + "'), so it does not show everything: remove the filter, or choose another replica";
            }
        }
        return null;
    }

    /** What belongs to the server itself is of no concern to an application. */
    private static boolean leavesOut(String filter, String value) {
        return filter.contains("_do_") && !value.isEmpty()
                || Arrays.stream(value.split(","))
                        .map(entry -> entry.strip().replaceFirst("\\..*", ""))
                        .anyMatch(schema -> !schema.isEmpty() && !SERVER_ITSELF.contains(schema));
    }
}
