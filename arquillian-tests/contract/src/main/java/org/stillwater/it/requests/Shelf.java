package org.stillwater.it.requests;

import jakarta.annotation.Resource;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.stillwater.Writes;
import org.stillwater.it.Database;

/** Writes rows, so that a test sees from outside what was let through. */
@Stateless
@LocalBean
@Writes
public class Shelf {
    @Resource(name = Database.RESOURCE)
    private DataSource dataSource;

    public void add(String text) {
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement("insert into request_note values (?)")) {
            insert.setString(1, text);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
