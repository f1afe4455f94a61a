package org.stillwater.it.standby;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

@Stateless
@LocalBean
public class EjbPlace {
    @PersistenceContext(unitName = "shop")
    private EntityManager em;

    public String call(Work work) throws Exception {
        return work.with(new EntityShelf(em));
    }
}
