package org.stillwater.it.catalogue.settings;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.Locale;
import org.stillwater.it.catalogue.model.Shelf;

/** What the second-level caches hold: a refused change must not stay in them. */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Cache {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @PersistenceContext(unitName = "catalogue")
    private EntityManager em;

    @Inject
    private ResourceLocal local;

    /** Empties them and reads one entity into them. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void fill() {
        fill(em.getEntityManagerFactory());
        fill(local.factory());
    }

    /**
     * Until it is there: WildFly's cache takes nothing from a session of the very millisecond in which it was emptied. An
     * empty cache would never differ from the database.
     */
    private static void fill(EntityManagerFactory factory) {
        factory.getCache().evictAll();
        long start = System.nanoTime();
        do {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new IllegalStateException("The second-level cache takes nothing");
            }
            try (EntityManager own = factory.createEntityManager()) {
                own.find(Shelf.class, 1L);
            }
        } while (!factory.getCache().contains(Shelf.class, 1L));
    }

    /** How they differ from the database; empty if they do not. */
    public String difference() {
        try (EntityManager own = local.factory().createEntityManager()) {
            return difference("catalogue", em) + difference("local", own);
        }
    }

    private static String difference(String unit, EntityManager em) {
        String cached = em.find(Shelf.class, 1L).name();
        Object stored =
                em.createNativeQuery("select name from shelf where id = 1").getSingleResult();
        return cached.equals(stored)
                ? ""
                : String.format(
                        Locale.ROOT, "The cache of unit %s says '%s', the database '%s'. ", unit, cached, stored);
    }
}
