package org.stillwater.it.jobs;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.stillwater.Writes;
import org.stillwater.it.Database;

/** A declared write, by plain JDBC, which no guard sees. */
@ApplicationScoped
@Writes
public class Rows {
    @Resource(lookup = "java:comp/env/" + Database.RESOURCE)
    private DataSource dataSource;

    public void insert(int number) {
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement("insert into job_line values (?)")) {
            insert.setInt(1, number);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
