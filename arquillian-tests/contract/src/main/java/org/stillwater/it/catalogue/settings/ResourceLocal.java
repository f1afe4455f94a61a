package org.stillwater.it.catalogue.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.PersistenceUnit;
import org.stillwater.it.catalogue.Way;

/** Transactions of the entity manager. */
@ApplicationScoped
public class ResourceLocal {
    @PersistenceUnit(unitName = "local")
    private EntityManagerFactory factory;

    @Inject
    private Toolbox toolbox;

    public void run(Way way) {
        run(factory, way);
    }

    void run(EntityManagerFactory factory, Way way) {
        try (EntityManager em = factory.createEntityManager()) {
            EntityTransaction transaction = em.getTransaction();
            transaction.begin();
            boolean done = false;
            try {
                toolbox.use(way, em);
                done = true;
            } finally {
                if (!done) {
                    transaction.rollback();
                }
            }
            transaction.commit();
        }
    }

    EntityManagerFactory factory() {
        return factory;
    }
}
