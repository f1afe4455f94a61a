package org.stillwater.it.catalogue.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.Table;

/** Whoever reads it changes it. */
@Entity
@Table(name = "visit")
public class Visit {
    @Id
    private long id;

    private int visits;

    @PostLoad
    void count() {
        visits++;
    }
}
