package org.stillwater.it.ear;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.stillwater.Writes;
import org.stillwater.it.Database;

/** Writes a row. */
@ApplicationScoped
public class Clerk {
    @Resource(lookup = "java:comp/env/" + Database.RESOURCE)
    private DataSource dataSource;

    @Writes
    public void write(String text) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement("insert into ear_note values (?)")) {
            statement.setString(1, text);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
