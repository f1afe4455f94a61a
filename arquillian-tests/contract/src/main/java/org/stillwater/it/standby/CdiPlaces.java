package org.stillwater.it.standby;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

@ApplicationScoped
public class CdiPlaces {
    @PersistenceContext(unitName = "shop")
    private EntityManager em;

    @Transactional
    public String transactional(Work work) throws Exception {
        return work.with(new EntityShelf(em));
    }

    public String outside(Work work) throws Exception {
        return work.with(new EntityShelf(em));
    }
}
