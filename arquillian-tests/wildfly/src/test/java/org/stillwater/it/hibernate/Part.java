package org.stillwater.it.hibernate;

import jakarta.persistence.CascadeType;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Has one of everything that can change. */
@Entity
public class Part {
    @Id
    long id;

    @Version
    int version;

    String name = "";

    @Embedded
    Size size = new Size();

    @ElementCollection(fetch = FetchType.EAGER)
    Set<String> tags = new HashSet<>();

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    List<Screw> screws = new ArrayList<>();

    public Part() {}

    Part(long id) {
        this.id = id;
    }
}
