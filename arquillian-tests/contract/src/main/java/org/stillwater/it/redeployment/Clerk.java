package org.stillwater.it.redeployment;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Writes by JPA. */
public abstract class Clerk {
    @PersistenceContext
    private EntityManager entityManager;

    public void write(String text) {
        entityManager.persist(new Entry(text));
    }
}
