package org.stillwater.it.exempt;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row that the migration fills in. */
@Entity
@Table(name = "order_total")
public class Total {
    @Id
    private String text;

    protected Total() {}

    Total(String text) {
        this.text = text;
    }
}
