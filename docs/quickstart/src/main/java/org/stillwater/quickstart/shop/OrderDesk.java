package org.stillwater.quickstart.shop;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityGraph;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stillwater.Writes;
import org.stillwater.quickstart.model.Customer;
import org.stillwater.quickstart.model.CustomerOrder;
import org.stillwater.quickstart.model.OrderEvent;
import org.stillwater.quickstart.model.OrderStatus;
import org.stillwater.quickstart.model.Product;

/** Takes orders and answers questions about them. */
@Stateless
public class OrderDesk {

    @PersistenceContext
    private EntityManager entityManager;

    public List<CustomerOrder> latest(int first, int size) {
        return entityManager
                .createQuery(
                        "select o from CustomerOrder o join fetch o.customer order by o.id desc", CustomerOrder.class)
                .setFirstResult(first)
                .setMaxResults(size)
                .getResultList();
    }

    public long count() {
        return entityManager
                .createQuery("select count(o) from CustomerOrder o", Long.class)
                .getSingleResult();
    }

    /** The order with everything that its page shows. */
    public Optional<CustomerOrder> find(long id) {
        EntityGraph<CustomerOrder> page = entityManager.createEntityGraph(CustomerOrder.class);
        page.addAttributeNodes("customer");
        page.addSubgraph("lines").addAttributeNodes("product");
        CustomerOrder order =
                entityManager.find(CustomerOrder.class, id, Map.of("jakarta.persistence.loadgraph", page));
        if (order != null) {
            // A second query: two lists in one join would multiply the rows.
            order.getEvents().size();
        }
        return Optional.ofNullable(order);
    }

    @Writes
    public CustomerOrder place(NewOrder wanted) {
        CustomerOrder order =
                new CustomerOrder(wanted.reference(), entityManager.find(Customer.class, wanted.customerId()));
        for (NewOrder.Item item : wanted.items()) {
            order.addLine(entityManager.find(Product.class, item.productId()), item.quantity());
        }
        entityManager.persist(order);
        return order;
    }

    /** Returns false if there is no such order. */
    @Writes
    public boolean moveTo(long id, OrderStatus status, String note) {
        CustomerOrder order = entityManager.find(CustomerOrder.class, id);
        if (order == null) {
            return false;
        }
        order.become(status, note);
        return true;
    }

    @Writes
    public void annotate(long id, String note) {
        entityManager.persist(
                new OrderEvent(entityManager.getReference(CustomerOrder.class, id), OrderEvent.NOTE, note));
    }
}
