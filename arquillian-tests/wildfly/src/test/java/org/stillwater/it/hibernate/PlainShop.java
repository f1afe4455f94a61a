package org.stillwater.it.hibernate;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Declares nothing: here the guards below the method are alone. */
@Stateless
@LocalBean
public class PlainShop implements Shop {
    @PersistenceContext
    private EntityManager em;

    @Override
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
