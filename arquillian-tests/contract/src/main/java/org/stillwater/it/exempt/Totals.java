package org.stillwater.it.exempt;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.stillwater.Writes;

/** Writes by JPA, so that the guards below the method are asked too, where there are any. */
@Writes
public abstract class Totals {
    @PersistenceContext
    private EntityManager entityManager;

    public void fillIn(String text) {
        entityManager.persist(new Total(text));
    }
}
