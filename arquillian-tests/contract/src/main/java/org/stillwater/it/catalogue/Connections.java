package org.stillwater.it.catalogue;

import java.sql.SQLException;

/** Lends a connection. */
@FunctionalInterface
public interface Connections {
    void lend(JdbcWork work) throws SQLException;
}
