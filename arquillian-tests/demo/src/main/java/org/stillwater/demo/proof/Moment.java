package org.stillwater.demo.proof;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;

/**
 * A point in the order of commits, as the database sees it.
 *
 * @param snapshot which transactions had ended; exact, and free of any clock
 * @param time the database's own clock
 */
public record Moment(String snapshot, OffsetDateTime time) {

    /** Now. */
    public static Moment take(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet now = statement.executeQuery("select pg_current_snapshot()::text, clock_timestamp()")) {
            now.next();
            return new Moment(now.getString(1), now.getObject(2, OffsetDateTime.class));
        }
    }
}
