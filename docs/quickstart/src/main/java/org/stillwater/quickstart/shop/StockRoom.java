package org.stillwater.quickstart.shop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.stillwater.Writes;
import org.stillwater.quickstart.model.Product;
import org.stillwater.quickstart.model.StockMovement;

/** Knows what lies on the shelves. A CDI bean: writing is not only for EJBs. */
@ApplicationScoped
@Transactional
public class StockRoom {

    @PersistenceContext
    private EntityManager entityManager;

    public List<Product> products(int first, int size) {
        return entityManager
                .createQuery("select p from Product p order by p.name, p.id", Product.class)
                .setFirstResult(first)
                .setMaxResults(size)
                .getResultList();
    }

    public long count() {
        return entityManager
                .createQuery("select count(p) from Product p", Long.class)
                .getSingleResult();
    }

    public Optional<Product> find(long id) {
        return Optional.ofNullable(entityManager.find(Product.class, id));
    }

    /** Parts arrive. */
    @Writes
    public void receive(long productId, int quantity, String reference) {
        move(productId, quantity, reference);
    }

    /** Parts leave the shelves for an order. */
    @Writes
    public void pick(NewOrder order) {
        // Always in the same sequence, or two orders might wait for each other's products.
        order.items().stream()
                .sorted(Comparator.comparingLong(NewOrder.Item::productId))
                .forEach(item -> move(item.productId(), -item.quantity(), order.reference()));
    }

    private void move(long productId, int quantity, String reference) {
        entityManager.persist(
                new StockMovement(entityManager.getReference(Product.class, productId), quantity, reference));
        entityManager
                .createQuery("update Product p set p.stock = p.stock + :quantity where p.id = :id")
                .setParameter("quantity", quantity)
                .setParameter("id", productId)
                .executeUpdate();
    }
}
