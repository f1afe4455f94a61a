package org.stillwater.it.standby;

import java.sql.SQLException;

/** The items, as one transaction sees them. */
interface Shelf {
    /** {@code primary} or {@code standby}. */
    String side() throws SQLException;

    /** The name of an item, once for each way to read it, joined by commas. */
    String read(long id) throws SQLException;

    void add(long id) throws SQLException;

    void rename(long id, String name) throws SQLException;

    /** The same past all that knows entities. */
    void renameBySql(long id, String name) throws SQLException;

    static String sideOf(Object inRecovery) {
        return inRecovery.toString().equals("1") ? "standby" : "primary";
    }
}
