package org.stillwater.integration.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import org.stillwater.spi.ReadOnlyDialect;

/**
 * MySQL 8 and 9, from its documentation: never run against a MySQL server.
 *
 * <p>{@code SET TRANSACTION READ ONLY} holds for the next transaction and is refused once one has begun. A commit or rollback
 * ends it, even if no table was read. MySQL's own driver always sends them (unless {@code useLocalTransactionState} is set);
 * for another driver, which may not, the transaction is begun at once, by a second statement.
 *
 * <p>A server that is MariaDB's calls itself MySQL if it is reached through MySQL's driver; the same statements work there.
 */
public final class MySqlDialect implements ReadOnlyDialect {
    /** {@code Transaction characteristics can't be changed while a transaction is in progress}. */
    private static final int TRANSACTION_IN_PROGRESS = 1568;

    /** For {@link java.util.ServiceLoader}. */
    public MySqlDialect() {}

    @Override
    public boolean supports(String databaseProductName) {
        return databaseProductName.equals("MySQL");
    }

    @Override
    public String name() {
        return "MySQL";
    }

    @Override
    public boolean makeTransactionReadOnly(Connection connection) throws SQLException {
        if (!Sql.executeUnlessBegun(connection, "SET TRANSACTION READ ONLY", TRANSACTION_IN_PROGRESS)) {
            return false;
        }
        if (!connection.getMetaData().getDriverName().startsWith("MySQL")) {
            Sql.execute(connection, "START TRANSACTION");
        }
        return true;
    }

    @Override
    public boolean refusesToWrite(Connection connection) throws SQLException {
        return MySqlRefusals.refusesTemporaryTable(this, connection);
    }

    @Override
    public boolean isReadOnlyRefusal(SQLException problem) {
        return MySqlRefusals.contains(problem);
    }
}
