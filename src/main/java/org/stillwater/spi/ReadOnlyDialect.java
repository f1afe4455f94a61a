package org.stillwater.spi;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Knows how one kind of database is made to refuse writes, and how its refusal looks. Implementations are stateless and
 * thread-safe.
 */
public interface ReadOnlyDialect {
    /** Whether this dialect speaks to the database, from {@code DatabaseMetaData.getDatabaseProductName()}. */
    boolean supports(String databaseProductName);

    /** The database's name as people write it. */
    String name();

    /**
     * Makes the transaction that is running on the connection read-only until it ends, from inside a JTA transaction
     * too, without leaving anything behind for the next borrower of a pooled connection.
     *
     * @throws SQLException if the database does not accept it
     */
    void makeTransactionReadOnly(Connection connection) throws SQLException;

    /**
     * Asks the database whether the transaction that is running on the connection is read-only.
     *
     * @throws SQLException if the database does not say
     */
    boolean isTransactionReadOnly(Connection connection) throws SQLException;

    /** Whether the database refused because the transaction or the server is read-only; causes are not looked at. */
    boolean isReadOnlyRefusal(SQLException refusal);
}
