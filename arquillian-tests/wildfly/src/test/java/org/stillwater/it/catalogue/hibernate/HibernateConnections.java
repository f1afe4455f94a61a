package org.stillwater.it.catalogue.hibernate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.hibernate.Session;
import org.stillwater.it.catalogue.JdbcWork;
import org.stillwater.it.catalogue.settings.ProviderConnections;

@ApplicationScoped
public class HibernateConnections implements ProviderConnections {
    @Override
    public void lend(EntityManager em, JdbcWork work) {
        em.unwrap(Session.class).doWork(work::with);
    }
}
