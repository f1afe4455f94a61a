package org.stillwater.it.catalogue.settings;

import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import org.stillwater.it.catalogue.JdbcWork;

/** How the JPA provider at hand lends its connection; each server's tests bring theirs. */
public interface ProviderConnections {
    void lend(EntityManager em, JdbcWork work) throws SQLException;
}
