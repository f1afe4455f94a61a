package org.stillwater.it.catalogue;

import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.stillwater.it.catalogue.model.Part;

/**
 * What a way may use.
 *
 * @param em an entity manager that takes part in the transaction, if there is one
 * @param connections connections that do so
 * @param dataSource the container's data source
 * @param guarded the same, guarded by the library
 * @param product the database behind them
 */
public record Tools(
        EntityManager em, Connections connections, DataSource dataSource, DataSource guarded, Product product) {
    /** The part that has one of everything. */
    public Part part() {
        return found(em.find(Part.class, 1L));
    }

    /** A row that is there must never be reported as missing. */
    public static <T> T found(T entity) {
        if (entity == null) {
            throw new IllegalStateException("A row that is there was not found");
        }
        return entity;
    }

    public void execute(String sql) throws SQLException {
        connections.lend(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        });
    }
}
