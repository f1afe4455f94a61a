package org.stillwater.integration.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stillwater.spi.OpenWrites;
import org.stillwater.spi.ReplicaProgress;
import org.stillwater.spi.ReplicatingDialect;
import org.stillwater.spi.VerifyingDialect;

/**
 * PostgreSQL. A transaction is made read-only by SQL, not by {@link Connection#setReadOnly}: under JTA the server (and
 * in an XA branch the driver) refuses that call, it fails once a statement has run, and it stays with the connection. The
 * statement is accepted at any time, and ends with the transaction.
 */
public final class PostgreSqlDialect implements VerifyingDialect, ReplicatingDialect {
    /** For {@link java.util.ServiceLoader}. */
    public PostgreSqlDialect() {}

    @Override
    public boolean supports(String databaseProductName) {
        return databaseProductName.equals("PostgreSQL");
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public boolean makeTransactionReadOnly(Connection connection) throws SQLException {
        Sql.execute(connection, "SET TRANSACTION READ ONLY");
        return true;
    }

    /** The transaction is of no use after a refusal; so it is rolled back, and with it the table, if it was made. */
    @Override
    public boolean refusesToWrite(Connection connection) throws SQLException {
        return Sql.isRefused(
                this, connection, "CREATE TEMPORARY TABLE stillwater_probe (id int)", "DROP TABLE stillwater_probe");
    }

    @Override
    public boolean isReadOnlyRefusal(SQLException problem) {
        return Sql.READ_ONLY_TRANSACTION.equals(problem.getSQLState());
    }

    @Override
    public OpenWrites openWrites(Connection connection) throws SQLException {
        return PostgreSqlOpenWrites.read(connection);
    }

    @Override
    public String position(Connection primary) throws SQLException {
        return PostgreSqlReplicas.position(primary);
    }

    @Override
    public ReplicaProgress progress(Connection replica, @Nullable String position) throws SQLException {
        return PostgreSqlReplicas.progress(replica, position);
    }

    @Override
    public List<String> obstaclesToPausing(Connection primary, Connection replica) throws SQLException {
        return PostgreSqlReplicas.obstacles(replica);
    }

    @Override
    public void pause(Connection replica) throws SQLException {
        PostgreSqlReplicas.pause(replica);
    }

    @Override
    public void resume(Connection replica) throws SQLException {
        PostgreSqlReplicas.resume(replica);
    }
}
