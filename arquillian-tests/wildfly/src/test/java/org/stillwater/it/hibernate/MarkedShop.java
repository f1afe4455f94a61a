package org.stillwater.it.hibernate;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.stillwater.Writes;

/** Declares what writes. */
@Stateless
@LocalBean
public class MarkedShop implements Shop {
    @PersistenceContext
    private EntityManager em;

    @Override
    @Writes
    public void write(Way way) {
        way.write(em);
    }

    @Override
    public String look() {
        return Work.look(em);
    }

    @Override
    public void readAndWrite(Runnable between) {
        Work.readAndWrite(em, between);
    }
}
