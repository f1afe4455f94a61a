package org.stillwater.it.hibernate;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.LinkedHashSet;
import java.util.Set;

@Entity
public class Leaf {
    @Id
    private long id;

    @Version
    private int version;

    private String name;

    @ElementCollection
    private Set<String> tags = new LinkedHashSet<>();

    Leaf() {}

    Leaf(long id) {
        this.id = id;
    }

    void rename(String changed) {
        name = changed;
    }

    Set<String> tags() {
        return tags;
    }
}
