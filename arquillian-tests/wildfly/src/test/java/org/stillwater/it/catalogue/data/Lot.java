package org.stillwater.it.catalogue.data;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What repositories write. */
@Entity
@Table(name = "lot")
public class Lot {
    @Id
    private long id;

    private String name = "";

    protected Lot() {}

    Lot(long id, String name) {
        this.id = id;
        this.name = name;
    }

    void rename(String name) {
        this.name = name;
    }
}
