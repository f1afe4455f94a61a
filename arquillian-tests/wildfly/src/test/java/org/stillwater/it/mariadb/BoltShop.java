package org.stillwater.it.mariadb;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Declares nothing. Each call is a container transaction. */
@Stateless
@LocalBean
public class BoltShop {
    @PersistenceContext(unitName = "bolts")
    private EntityManager em;

    @PersistenceContext(unitName = "distributed")
    private EntityManager distributed;

    public void write(String way) {
        Way.valueOf(way).write(em);
    }

    public void writeDistributed(String way) {
        Way.valueOf(way).write(distributed);
    }

    /** What a plain read, a read without any table and a function see. */
    public String look() {
        Object one = em.createNativeQuery("select 1").getSingleResult();
        long bolts = em.createQuery("select count(b) from Bolt b", Long.class).getSingleResult();
        return one + " " + bolts + " "
                + em.createNativeQuery("select read_bolts()").getSingleResult();
    }

    /** A transaction in which nothing is read from a table. */
    public String lookAtNothing() {
        return em.createNativeQuery("select 1").getSingleResult().toString();
    }

    public String lookDistributed() {
        return distributed
                .createQuery("select count(b) from Bolt b", Long.class)
                .getSingleResult()
                .toString();
    }
}
