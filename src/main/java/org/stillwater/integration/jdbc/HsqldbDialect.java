package org.stillwater.integration.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import org.stillwater.spi.ReadOnlyDialect;

/**
 * HSQLDB. {@code SET TRANSACTION READ ONLY} is taken until the transaction has read or written something, and ends with the
 * transaction. Its read-only transactions let pass what the library refuses before: sequences, locks and temporary tables.
 */
public final class HsqldbDialect implements ReadOnlyDialect {
    /** {@code invalid transaction state: active SQL-transaction}. */
    private static final int ACTIVE_TRANSACTION = -3701;

    private static final int DATABASE_IS_READ_ONLY = -455;
    private static final int TABLE_IS_READ_ONLY = -456;

    /** For {@link java.util.ServiceLoader}. */
    public HsqldbDialect() {}

    @Override
    public boolean supports(String databaseProductName) {
        return databaseProductName.equals("HSQL Database Engine");
    }

    @Override
    public String name() {
        return "HSQLDB";
    }

    @Override
    public boolean makeTransactionReadOnly(Connection connection) throws SQLException {
        return Sql.executeUnlessBegun(connection, "SET TRANSACTION READ ONLY", ACTIVE_TRANSACTION);
    }

    /** What does not exist is dropped: refused or not, nothing has changed. */
    @Override
    public boolean refusesToWrite(Connection connection) throws SQLException {
        String write = "DROP TABLE stillwater_probe IF EXISTS";
        return Sql.isRefused(this, connection, write, write);
    }

    @Override
    public boolean isReadOnlyRefusal(SQLException problem) {
        int code = problem.getErrorCode();
        return Sql.READ_ONLY_TRANSACTION.equals(problem.getSQLState())
                || code == DATABASE_IS_READ_ONLY
                || code == TABLE_IS_READ_ONLY;
    }
}
