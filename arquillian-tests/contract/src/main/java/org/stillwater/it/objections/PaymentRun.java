package org.stillwater.it.objections;

import jakarta.annotation.Resource;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.stillwater.it.Database;

/** Asks the database, in a container transaction, whether there is something against read-only mode. */
@Stateless
@LocalBean
public class PaymentRun {
    @Resource(name = Database.RESOURCE)
    private DataSource dataSource;

    /** Why it must not be disturbed. Fails if nobody can say. */
    public Optional<String> isActive() {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select text from payment_run")) {
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
