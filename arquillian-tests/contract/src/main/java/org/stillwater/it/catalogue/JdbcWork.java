package org.stillwater.it.catalogue;

import java.sql.Connection;
import java.sql.SQLException;

/** What is done with a connection. */
@FunctionalInterface
public interface JdbcWork {
    void with(Connection connection) throws SQLException;
}
