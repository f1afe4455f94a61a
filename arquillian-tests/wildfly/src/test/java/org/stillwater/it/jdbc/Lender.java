package org.stillwater.it.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import org.stillwater.internal.database.ConnectionSource;

/** Lends connections as a test wants them, and closes them. */
record Lender(Supplier supplier) implements ConnectionSource {
    interface Supplier {
        Connection get() throws SQLException;
    }

    @Override
    public Connection borrow() throws SQLException {
        return supplier.get();
    }

    @Override
    public void giveBack(Connection connection) throws SQLException {
        connection.close();
    }
}
