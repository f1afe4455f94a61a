package org.stillwater.spi;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Knows how one kind of database is made to refuse writes, and how its refusal looks. A database that cannot be made to,
 * as long as it is in use, has a dialect that only knows the latter. Implementations are stateless and thread-safe.
 */
public interface ReadOnlyDialect {
    /** Whether this dialect speaks to the database, from {@code DatabaseMetaData.getDatabaseProductName()}. */
    boolean supports(String databaseProductName);

    /** The database's name as people write it. */
    String name();

    /**
     * Makes the transaction on the connection read-only until it ends, whether it has begun or not, inside a JTA
     * transaction too. Takes one round trip at most; never ends a transaction that has begun; leaves nothing behind for
     * the next borrower of a pooled connection, even if no other statement follows in the transaction. The connection is
     * not in autocommit.
     *
     * @return false if that cannot be done: with this database, or with a transaction that has come this far
     * @throws SQLException if the database does not accept it, for another reason
     */
    default boolean makeTransactionReadOnly(Connection connection) throws SQLException {
        return false;
    }

    /**
     * Tries to write in a transaction that {@link #makeTransactionReadOnly} has made read-only, something of which nothing
     * is left once the transaction has been rolled back, whether the database refuses it or not. The caller rolls back.
     *
     * @return whether the database refused it because it is read-only
     * @throws SQLException if the database did not take it, for another reason
     */
    default boolean refusesToWrite(Connection connection) throws SQLException {
        return false;
    }

    /**
     * Whether the database refused because the transaction, the database or the server is read-only; a replica is. Only
     * asked about exceptions of a database that this dialect supports. Causes are not looked at.
     */
    boolean isReadOnlyRefusal(SQLException problem);
}
