package org.stillwater.quickstart.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.OffsetDateTime;

/** One entry in the history of an order. */
@Entity
@Table(name = "order_event")
public class OrderEvent implements Serializable {

    /** Kind of an event that leaves the order's status alone. */
    public static final String NOTE = "NOTE";

    private static final long serialVersionUID = 1L;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "order_event")
    @SequenceGenerator(name = "order_event", sequenceName = "order_event_seq")
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "order_id")
    private CustomerOrder order;

    @Column(name = "happened_at")
    private OffsetDateTime happenedAt;

    private String kind;
    private String note;

    protected OrderEvent() {}

    public OrderEvent(CustomerOrder order, String kind, String note) {
        this.order = order;
        this.kind = kind;
        this.note = note;
        this.happenedAt = OffsetDateTime.now();
    }

    public Long getId() {
        return id;
    }

    public OffsetDateTime getHappenedAt() {
        return happenedAt;
    }

    public String getKind() {
        return kind;
    }

    public String getNote() {
        return note;
    }
}
