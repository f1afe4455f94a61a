package org.stillwater.it.timers;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.stillwater.it.Database;

/** Inserts by plain JDBC, which no guard sees. */
@ApplicationScoped
public class Rows {
    @Resource(lookup = "java:comp/env/" + Database.RESOURCE)
    private DataSource dataSource;

    public void insert(String line) {
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement("insert into timer_line values (?)")) {
            insert.setString(1, line);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
