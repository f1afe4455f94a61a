package org.stillwater.it.persistence32;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Declares nothing. */
@Stateless
@LocalBean
public class Clerk {
    @PersistenceContext
    private EntityManager em;

    public void write(NewWay way) {
        way.write(em);
    }
}
