package org.stillwater.it.writes;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.stillwater.it.Database;

/** Writes a line by plain JDBC, which no guard sees: what is refused here is refused by {@code @Writes}. */
@ApplicationScoped
public class Ledger {
    @Resource(lookup = "java:comp/env/" + Database.RESOURCE)
    private DataSource dataSource;

    public void add(String line) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement("insert into ledger (line) values (?)")) {
            statement.setString(1, line);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
