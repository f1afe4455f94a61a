package org.stillwater.it.catalogue.run;

import java.sql.Connection;
import java.sql.SQLException;

/** What other databases write in SQL. */
public final class H2Functions {
    private H2Functions() {}

    public static int writeNote(Connection connection, String text) throws SQLException {
        try (var insert = connection.prepareStatement("insert into note (text) values (?)")) {
            insert.setString(1, text);
            return insert.executeUpdate();
        }
    }

    public static void noteIt(Connection connection, String text) throws SQLException {
        writeNote(connection, text);
    }
}
