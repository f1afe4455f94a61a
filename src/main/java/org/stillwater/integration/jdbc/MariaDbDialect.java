package org.stillwater.integration.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stillwater.spi.ReplicaProgress;
import org.stillwater.spi.ReplicatingDialect;

/**
 * MariaDB. A transaction that has begun cannot be made read-only any more; one that has not is begun as a read-only one.
 *
 * <ul>
 *   <li>Not by {@code SET TRANSACTION READ ONLY}: it holds for the next transaction, and if none begins, because no table
 *       was read, the driver sends neither commit nor rollback, and the next borrower of the connection has it.
 *   <li>Not by {@code START TRANSACTION READ ONLY} alone: it would commit a transaction that has begun. So the server is
 *       asked in the same round trip whether one has.
 * </ul>
 *
 * <p>The branch of a distributed transaction (XA) has begun as soon as the application gets the connection: it cannot be
 * made read-only.
 */
public final class MariaDbDialect implements ReplicatingDialect {
    private static final String BEGIN = "BEGIN NOT ATOMIC IF @@in_transaction THEN SELECT 0; ELSE"
            + " START TRANSACTION READ ONLY; SELECT 1; END IF; END";

    /** For {@link java.util.ServiceLoader}. */
    public MariaDbDialect() {}

    @Override
    public boolean supports(String databaseProductName) {
        return databaseProductName.equals("MariaDB");
    }

    @Override
    public String name() {
        return "MariaDB";
    }

    @Override
    public boolean makeTransactionReadOnly(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet begun = statement.executeQuery(BEGIN)) {
            return begun.next() && begun.getBoolean(1);
        }
    }

    @Override
    public boolean refusesToWrite(Connection connection) throws SQLException {
        return MySqlRefusals.refusesTemporaryTable(this, connection);
    }

    @Override
    public boolean isReadOnlyRefusal(SQLException problem) {
        return MySqlRefusals.contains(problem);
    }

    @Override
    public String position(Connection primary) throws SQLException {
        return MariaDbReplicas.position(primary);
    }

    @Override
    public ReplicaProgress progress(Connection replica, @Nullable String position) throws SQLException {
        return MariaDbReplicas.progress(replica, position);
    }

    @Override
    public List<String> obstaclesToPausing(Connection primary, Connection replica) throws SQLException {
        return MariaDbPauses.obstacles(primary, replica);
    }

    @Override
    public void pause(Connection replica) throws SQLException {
        MariaDbPauses.pause(replica);
    }

    @Override
    public void resume(Connection replica) throws SQLException {
        MariaDbPauses.resume(replica);
    }
}
