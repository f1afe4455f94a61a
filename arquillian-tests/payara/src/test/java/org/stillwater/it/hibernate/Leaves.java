package org.stillwater.it.hibernate;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

@Stateless
public class Leaves {
    @PersistenceContext
    private EntityManager em;

    public void write(Way way) {
        way.write(em);
    }

    public String look() {
        return em.getDelegate().getClass().getName() + ": "
                + em.createQuery("select l.name from Leaf l", String.class).getResultList();
    }
}
