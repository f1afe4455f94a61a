package org.stillwater.integration.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.stillwater.spi.ReadOnlyDialect;

/**
 * Oracle Database, from its documentation: never run.
 *
 * <p>{@code SET TRANSACTION READ ONLY} must come first in a transaction and ends with it. All its queries see the data as
 * it was when the transaction began. Statements that change the schema commit first, and so end it: the library refuses
 * them before.
 */
public final class OracleDialect implements ReadOnlyDialect {
    /** {@code SET TRANSACTION must be first statement of transaction}. */
    private static final int NOT_FIRST = 1453;

    /** A read-only transaction; a database or session that is open for reading only; a user who may only read. */
    private static final Set<Integer> REFUSALS = Set.of(1456, 16000, 28194);

    /** For {@link java.util.ServiceLoader}. */
    public OracleDialect() {}

    @Override
    public boolean supports(String databaseProductName) {
        return databaseProductName.equals("Oracle");
    }

    @Override
    public String name() {
        return "Oracle";
    }

    @Override
    public boolean makeTransactionReadOnly(Connection connection) throws SQLException {
        return Sql.executeUnlessBegun(connection, "SET TRANSACTION READ ONLY", NOT_FIRST);
    }

    /** A row lock is a write there. Anything in the schema would end the transaction. */
    @Override
    public boolean refusesToWrite(Connection connection) throws SQLException {
        return Sql.isRefused(this, connection, "SELECT dummy FROM dual FOR UPDATE", "SELECT dummy FROM dual");
    }

    @Override
    public boolean isReadOnlyRefusal(SQLException problem) {
        return REFUSALS.contains(problem.getErrorCode());
    }
}
