package org.stillwater.docs;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.stillwater.WhenReadOnly;
import org.stillwater.Writes;

/** The sample of the README. */
@Stateless
@Writes
public class Orders {
    @PersistenceContext
    private EntityManager entityManager;

    public void place(Order order) {
        entityManager.persist(order);
    }

    @Writes(WhenReadOnly.ALLOW)
    public Order find(long id) {
        return entityManager.find(Order.class, id);
    }
}
