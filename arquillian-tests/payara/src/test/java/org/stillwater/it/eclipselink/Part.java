package org.stillwater.it.eclipselink;

import jakarta.persistence.CascadeType;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Has one of everything that can change; only through its methods, because EclipseLink weaves them. */
@Entity
public class Part {
    @Id
    private long id;

    @Version
    private int version;

    private String name = "";

    @Embedded
    private Size size = new Size();

    @ElementCollection
    private Set<String> tags = new HashSet<>();

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    private List<Screw> screws = new ArrayList<>();

    public Part() {}

    public Part(long id) {
        this.id = id;
    }

    public String name() {
        return name;
    }

    public void rename(String newName) {
        name = newName;
    }

    public Size size() {
        return size;
    }

    public Set<String> tags() {
        return tags;
    }

    public List<Screw> screws() {
        return screws;
    }
}
