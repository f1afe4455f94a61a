package org.stillwater.integration.eclipselink;

import jakarta.persistence.CascadeType;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Has one of everything that can change. */
@Entity
class Part {
    @Id
    long id;

    @Version
    int version;

    String name = "";

    @Embedded
    Size size = new Size();

    @ElementCollection
    Set<String> tags = new LinkedHashSet<>();

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    List<Screw> screws = new ArrayList<>();

    Part() {}

    Part(long id, String name) {
        this.id = id;
        this.name = name;
    }
}
