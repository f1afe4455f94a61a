package org.stillwater.it.eclipselink;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.util.function.Function;

/** A unit with transactions of its own, on the database of the shop. */
@ApplicationScoped
public class LocalShop implements Shop {
    @PersistenceUnit(unitName = "local")
    private EntityManagerFactory factory;

    @Override
    public String inTransaction(Function<EntityManager, String> work) {
        return inTransaction(factory, work);
    }

    static String inTransaction(EntityManagerFactory factory, Function<EntityManager, String> work) {
        EntityManager em = factory.createEntityManager();
        try {
            em.getTransaction().begin();
            String result = work.apply(em);
            em.getTransaction().commit();
            return result;
        } finally {
            if (em.getTransaction().isActive()) {
                em.getTransaction().rollback();
            }
            em.close();
        }
    }
}
