package org.stillwater.it.catalogue.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "screw")
public class Screw {
    @Id
    private long id;

    protected Screw() {}

    public Screw(long id) {
        this.id = id;
    }
}
