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

/** What somebody at the counter wrote down about a customer. */
@Entity
@Table(name = "customer_note")
public class CustomerNote implements Serializable {

    private static final long serialVersionUID = 1L;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "customer_note")
    @SequenceGenerator(name = "customer_note", sequenceName = "customer_note_seq")
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "customer_id")
    private Customer customer;

    @Column(name = "written_at")
    private OffsetDateTime writtenAt;

    private String text;

    protected CustomerNote() {}

    public CustomerNote(Customer customer, String text) {
        this.customer = customer;
        this.text = text;
        this.writtenAt = OffsetDateTime.now();
    }

    public Long getId() {
        return id;
    }

    public OffsetDateTime getWrittenAt() {
        return writtenAt;
    }

    public String getText() {
        return text;
    }
}
