package org.stillwater.quickstart.shop;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.stillwater.Writes;
import org.stillwater.quickstart.model.Customer;
import org.stillwater.quickstart.model.CustomerNote;
import org.stillwater.quickstart.model.CustomerOrder;

/** Knows the customers. */
@Stateless
public class CustomerDesk {

    @PersistenceContext
    private EntityManager entityManager;

    public List<Customer> customers(int first, int size) {
        return entityManager
                .createQuery("select c from Customer c order by c.name, c.id", Customer.class)
                .setFirstResult(first)
                .setMaxResults(size)
                .getResultList();
    }

    public long count() {
        return entityManager
                .createQuery("select count(c) from Customer c", Long.class)
                .getSingleResult();
    }

    public Optional<Customer> find(long id) {
        return Optional.ofNullable(entityManager.find(Customer.class, id));
    }

    public List<CustomerOrder> ordersOf(long customerId) {
        return entityManager
                .createQuery(
                        "select o from CustomerOrder o where o.customer.id = :id order by o.id desc",
                        CustomerOrder.class)
                .setParameter("id", customerId)
                .setMaxResults(10)
                .getResultList();
    }

    public List<CustomerNote> notesOn(long customerId) {
        return entityManager
                .createQuery(
                        "select n from CustomerNote n where n.customer.id = :id order by n.id desc", CustomerNote.class)
                .setParameter("id", customerId)
                .setMaxResults(10)
                .getResultList();
    }

    /** Saves what the edit form changed. */
    @Writes
    public Customer save(Customer edited) {
        return entityManager.merge(edited);
    }
}
