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
import java.time.OffsetDateTime;

/** Parts that came in, or went out (negative), and why. */
@Entity
@Table(name = "stock_movement")
public class StockMovement {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "stock_movement")
    @SequenceGenerator(name = "stock_movement", sequenceName = "stock_movement_seq")
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "product_id")
    private Product product;

    @Column(name = "happened_at")
    private OffsetDateTime happenedAt;

    private int quantity;
    private String reference;

    protected StockMovement() {}

    public StockMovement(Product product, int quantity, String reference) {
        this.product = product;
        this.quantity = quantity;
        this.reference = reference;
        this.happenedAt = OffsetDateTime.now();
    }

    public Long getId() {
        return id;
    }
}
