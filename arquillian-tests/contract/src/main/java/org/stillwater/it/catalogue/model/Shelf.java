package org.stillwater.it.catalogue.model;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Kept in the second-level cache. */
@Entity
@Cacheable
@Table(name = "shelf")
public class Shelf {
    @Id
    private long id;

    private String name = "";

    public String name() {
        return name;
    }

    public void rename(String name) {
        this.name = name;
    }
}
