package org.stillwater.quickstart.model;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** What a customer ordered, and what has become of it since. */
@Entity
@Table(name = "customer_order")
public class CustomerOrder implements Serializable {

    private static final long serialVersionUID = 1L;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "customer_order")
    @SequenceGenerator(name = "customer_order", sequenceName = "customer_order_seq")
    private Long id;

    private String reference;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "customer_id")
    private Customer customer;

    @Enumerated(EnumType.STRING)
    private OrderStatus status;

    @Column(name = "placed_at")
    private OffsetDateTime placedAt;

    @OneToMany(mappedBy = "order", cascade = CascadeType.ALL)
    @OrderBy("position")
    private List<OrderLine> lines = new ArrayList<>();

    @OneToMany(mappedBy = "order", cascade = CascadeType.ALL)
    @OrderBy("id")
    private List<OrderEvent> events = new ArrayList<>();

    @Version
    private int version;

    protected CustomerOrder() {}

    public CustomerOrder(String reference, Customer customer) {
        this.reference = reference;
        this.customer = customer;
        this.placedAt = OffsetDateTime.now();
        become(OrderStatus.PLACED, "Order received");
    }

    public void addLine(Product product, int quantity) {
        lines.add(new OrderLine(this, lines.size() + 1, product, quantity));
    }

    /** Moves the order on, and keeps what was said about it. */
    public final void become(OrderStatus status, String note) {
        this.status = status;
        events.add(new OrderEvent(this, status.name(), note));
    }

    public BigDecimal getTotal() {
        return lines.stream().map(OrderLine::getTotal).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public Long getId() {
        return id;
    }

    public String getReference() {
        return reference;
    }

    public Customer getCustomer() {
        return customer;
    }

    public OrderStatus getStatus() {
        return status;
    }

    public OffsetDateTime getPlacedAt() {
        return placedAt;
    }

    public List<OrderLine> getLines() {
        return lines;
    }

    public List<OrderEvent> getEvents() {
        return events;
    }
}
