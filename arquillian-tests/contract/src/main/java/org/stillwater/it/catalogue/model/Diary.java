package org.stillwater.it.catalogue.model;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Writes notes, in a transaction of its own. */
@Stateless
@LocalBean
public class Diary {
    @PersistenceContext(unitName = "catalogue")
    private EntityManager em;

    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void note(String text) {
        em.createNativeQuery("insert into note (text) values (?)")
                .setParameter(1, text)
                .executeUpdate();
    }
}
