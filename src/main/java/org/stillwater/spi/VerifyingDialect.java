package org.stillwater.spi;

import java.sql.Connection;
import java.sql.SQLException;

/** A dialect whose database can say which transactions that have written something are still open. */
public interface VerifyingDialect extends ReadOnlyDialect {
    /**
     * Lists the open transactions of the connection's user in the connection's database that have written something, or
     * wait for the second phase of a distributed commit; but not the connection's own. Changes nothing. May leave a
     * transaction open on a connection that is not in autocommit.
     *
     * @throws SQLException if the database does not say, or says less than everything
     */
    OpenWrites openWrites(Connection connection) throws SQLException;
}
