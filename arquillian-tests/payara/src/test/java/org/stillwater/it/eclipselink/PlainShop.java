package org.stillwater.it.eclipselink;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.function.Function;

/** Declares nothing: here the guards below the method are alone. */
@Stateless
@LocalBean
public class PlainShop implements Shop {
    @PersistenceContext(unitName = "shop")
    private EntityManager em;

    @Override
    public String inTransaction(Function<EntityManager, String> work) {
        return work.apply(em);
    }
}
