package org.stillwater.it.eclipselink;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.function.Function;

/** A second unit, on H2, which refuses nothing. */
@ApplicationScoped
public class ArchiveShop implements Shop {
    @PersistenceContext(unitName = "archive")
    private EntityManager em;

    @Override
    @Transactional
    public String inTransaction(Function<EntityManager, String> work) {
        return work.apply(em);
    }
}
