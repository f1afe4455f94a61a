package org.stillwater.it.eclipselink;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.function.Function;
import org.stillwater.Writes;

/** Declares that it writes. */
@Stateless
@LocalBean
public class MarkedShop implements Shop {
    @PersistenceContext(unitName = "shop")
    private EntityManager em;

    @Override
    @Writes
    public String inTransaction(Function<EntityManager, String> work) {
        return work.apply(em);
    }
}
