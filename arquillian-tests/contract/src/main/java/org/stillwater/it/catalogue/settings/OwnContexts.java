package org.stillwater.it.catalogue.settings;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceUnit;
import jakarta.persistence.SynchronizationType;
import org.stillwater.it.catalogue.Way;
import org.stillwater.it.catalogue.model.Part;

/** Contexts that are not simply the container's, within its transaction. */
@Stateless
@LocalBean
public class OwnContexts {
    @PersistenceUnit(unitName = "catalogue")
    private EntityManagerFactory factory;

    @PersistenceContext(unitName = "catalogue", synchronization = SynchronizationType.UNSYNCHRONIZED)
    private EntityManager unsynchronized;

    @Inject
    private Toolbox toolbox;

    public void runUnsynchronized(Way way) {
        unsynchronized.joinTransaction();
        toolbox.use(way, unsynchronized);
    }

    public void changeAndJoin() {
        unsynchronized.find(Part.class, 1L).rename("changed");
        unsynchronized.joinTransaction();
    }

    public void persistAndJoin() {
        unsynchronized.persist(new Part(3));
        unsynchronized.joinTransaction();
    }

    public void runApplicationManaged(Way way) {
        try (EntityManager em = factory.createEntityManager()) {
            toolbox.use(way, em);
        }
    }

    /** For a context that was made, and used, outside the transaction. */
    public void join(EntityManager em) {
        em.joinTransaction();
    }
}
