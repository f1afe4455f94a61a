package org.stillwater.integration.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.stillwater.spi.OpenWrites;
import org.stillwater.spi.VerifyingDialect;

/**
 * PostgreSQL. A transaction is made read-only by SQL, not by {@link Connection#setReadOnly}: under JTA the server (and
 * in an XA branch the driver) refuses that call, it fails once a statement has run, and it stays with the connection. The
 * statement is accepted at any time, and ends with the transaction.
 */
public final class PostgreSqlDialect implements VerifyingDialect {
    private static final String READ_ONLY_SQL_TRANSACTION = "25006";

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
    public void makeTransactionReadOnly(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION READ ONLY");
        }
    }

    @Override
    public boolean isTransactionReadOnly(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("SHOW transaction_read_only")) {
            return answer.next() && "on".equals(answer.getString(1));
        }
    }

    @Override
    public boolean isReadOnlyRefusal(SQLException refusal) {
        return READ_ONLY_SQL_TRANSACTION.equals(refusal.getSQLState());
    }

    @Override
    public OpenWrites openWrites(Connection connection) throws SQLException {
        return PostgreSqlOpenWrites.read(connection);
    }
}
