package org.stillwater.quickstart.shop;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.stillwater.quickstart.model.Customer;
import org.stillwater.quickstart.model.CustomerNote;

/**
 * Writes down notes about customers. Somebody forgot {@code @Writes} here, as happens in every application: read-only
 * mode has to refuse these writes all the same.
 */
@Stateless
public class CustomerNotes {

    @PersistenceContext
    private EntityManager entityManager;

    public void add(long customerId, String text) {
        entityManager.persist(new CustomerNote(entityManager.getReference(Customer.class, customerId), text));
    }
}
