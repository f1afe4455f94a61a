package org.stillwater.integration.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Replicas of MariaDB that are kept as they are: their SQL thread is stopped, and the I/O thread goes on receiving. */
final class MariaDbPauses {
    private static final String ASK =
            "BEGIN NOT ATOMIC SELECT current_user(), @@global.relay_log_space_limit, @@global.gtid_slave_pos;"
                    + " SHOW GRANTS; END";

    private MariaDbPauses() {}

    static List<String> obstacles(Connection primary, Connection replica) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = replica.createStatement();
                ResultSet row = statement.executeQuery(ASK)) {
            row.next();
            String user = row.getString(1);
            addSpaceLimit(found, row.getLong(2));
            addLead(found, primary, row.getString(3));
            List<String> missing = missing(MariaDbGrants.readNext(statement));
            if (missing.isEmpty()) {
                addConnections(found, replica);
            } else {
                found.add("user " + user + " may not pause it. On the primary, which replicates it: GRANT "
                        + String.join(", ", missing) + " ON *.* TO " + quoted(user));
            }
        }
        return found;
    }

    private static List<String> missing(MariaDbGrants grants) {
        List<String> missing = new ArrayList<>();
        if (!grants.include("REPLICATION SLAVE ADMIN")) {
            missing.add("REPLICATION SLAVE ADMIN");
        }
        if (!grants.include("SLAVE MONITOR") && !grants.include("REPLICA MONITOR")) {
            missing.add("REPLICA MONITOR");
        }
        return missing;
    }

    private static String quoted(String user) {
        int at = user.lastIndexOf('@');
        return "'" + user.substring(0, at) + "'@'" + user.substring(at + 1) + "'";
    }

    private static void addSpaceLimit(List<String> found, long limit) {
        if (limit > 0) {
            found.add("while it is paused, it keeps what it receives, and stops receiving at " + limit
                    + " bytes (relay_log_space_limit): start it with 0, which is no limit");
        }
    }

    /** Only what has been asked later than the replica shows that the primary is not simply faster. */
    private static void addLead(List<String> found, Connection primary, String replayed) throws SQLException {
        MariaDbPosition now = MariaDbPosition.parse(MariaDbReplicas.position(primary));
        if (now.isExceededBy(MariaDbGtid.list(replayed))) {
            found.add("it has replayed more (" + replayed + ") than the primary has written ("
                    + MariaDbPosition.text(now.end())
                    + "): it is a replica of another one, or RESET MASTER was called on the primary. Set it up anew");
        }
    }

    private static void addConnections(List<String> found, Connection replica) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = replica.createStatement();
                ResultSet row = statement.executeQuery("SHOW ALL SLAVES STATUS")) {
            while (row.next()) {
                names.add(row.getString("Connection_name"));
                addConnection(found, row);
            }
        }
        if (!names.equals(List.of(""))) {
            found.add(
                    names.isEmpty()
                            ? "it is no replica: CHANGE MASTER TO was never called"
                            : "its replication has the connection names " + quoted(names) + "; only a replica with a"
                                    + " single connection that has no name can be paused");
        }
    }

    private static String quoted(List<String> names) {
        return names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
    }

    private static void addConnection(List<String> found, ResultSet row) throws SQLException {
        String receiving = row.getString("Slave_IO_Running");
        if (!receiving.equals("Yes")) {
            found.add("it does not receive what the primary writes (Slave_IO_Running is '" + receiving
                    + "', Last_IO_Error '" + row.getString("Last_IO_Error")
                    + "'): mend that, and START SLAVE IO_THREAD");
        }
        addDomains(found, "Replicate_Do_Domain_Ids", row);
        addDomains(found, "Replicate_Ignore_Domain_Ids", row);
    }

    private static void addDomains(List<String> found, String filter, ResultSet row) throws SQLException {
        String domains = row.getString(filter);
        if (!domains.isEmpty()) {
            found.add("it leaves out whole domains (" + filter + " is '" + domains
                    + "'), so it does not show everything: remove the filter by CHANGE MASTER TO");
        }
    }

    static void pause(Connection replica) throws SQLException {
        Sql.execute(replica, "STOP SLAVE SQL_THREAD");
    }

    static void resume(Connection replica) throws SQLException {
        Sql.execute(replica, "START SLAVE SQL_THREAD");
    }
}
