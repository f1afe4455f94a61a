package org.stillwater.it.catalogue.hibernate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Each change of it is another row of Envers. */
@Entity
@org.hibernate.envers.Audited
@Table(name = "audited")
public class Audited {
    @Id
    private long id;

    private String name = "";

    protected Audited() {}

    Audited(long id) {
        this.id = id;
    }

    void rename(String name) {
        this.name = name;
    }
}
