package org.stillwater.it.catalogue.eclipselink;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import org.stillwater.it.catalogue.JdbcWork;
import org.stillwater.it.catalogue.settings.ProviderConnections;

@ApplicationScoped
public class EclipseLinkConnections implements ProviderConnections {
    @Override
    public void lend(EntityManager em, JdbcWork work) throws SQLException {
        // EclipseLink hands out none before a transaction has sent its first statement.
        em.createNativeQuery("select name from part").getResultList();
        work.with(em.unwrap(Connection.class));
    }
}
