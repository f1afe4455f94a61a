package org.stillwater.it.undeployment;

import java.sql.SQLException;
import javax.sql.DataSource;

/** Waits in the database and then writes: nothing of an application that is being undeployed is there to be asked. */
final class Blocked {
    /** Whoever holds this lock holds the write. */
    static final int LOCK = 4711;

    private Blocked() {}

    static void write(DataSource dataSource) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
            statement.executeUpdate("insert into undeployment_note values ('row')");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
