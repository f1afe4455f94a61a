package org.stillwater.internal.database;

import java.sql.Connection;
import java.sql.SQLException;

/** Lends connections that are not guarded, to threads that are in no transaction of the application. Thread-safe. */
public interface ConnectionSource {
    /**
     * Lends a connection; may wait for one.
     *
     * @throws SQLException if there is none
     */
    Connection borrow() throws SQLException;

    /**
     * Takes it back.
     *
     * @throws SQLException if it cannot be closed
     */
    void giveBack(Connection connection) throws SQLException;
}
