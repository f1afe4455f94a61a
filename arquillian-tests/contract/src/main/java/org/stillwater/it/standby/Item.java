package org.stillwater.it.standby;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

@Entity
public class Item {
    @Id
    private long id;

    @Version
    private int version;

    private String name = "";

    public Item() {}

    Item(long id, String name) {
        this.id = id;
        this.name = name;
    }

    public String name() {
        return name;
    }

    /** Here, because EclipseLink sees only what a class does to its own fields. */
    public void rename(String to) {
        name = to;
    }
}
