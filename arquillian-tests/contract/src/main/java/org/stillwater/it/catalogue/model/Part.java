package org.stillwater.it.catalogue.model;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Has one of everything that can change. */
@Entity
@Table(name = "part")
public class Part {
    @Id
    private long id;

    @Version
    private int version;

    private String name = "";

    @Embedded
    private Size size = new Size();

    @ElementCollection
    @CollectionTable(name = "part_tag", joinColumns = @JoinColumn(name = "part_id"))
    @Column(name = "tag")
    private Set<String> tags = new HashSet<>();

    @ElementCollection
    @OrderColumn(name = "place")
    @CollectionTable(name = "part_step", joinColumns = @JoinColumn(name = "part_id"))
    @Column(name = "step")
    private List<String> steps = new ArrayList<>();

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinTable(
            name = "part_screw",
            joinColumns = @JoinColumn(name = "part_id"),
            inverseJoinColumns = @JoinColumn(name = "screw_id"))
    private List<Screw> screws = new ArrayList<>();

    @ManyToMany
    @JoinTable(
            name = "part_supplier",
            joinColumns = @JoinColumn(name = "part_id"),
            inverseJoinColumns = @JoinColumn(name = "supplier_id"))
    private Set<Supplier> suppliers = new HashSet<>();

    protected Part() {}

    public Part(long id) {
        this.id = id;
    }

    /** Loads everything that is loaded late. */
    public int look() {
        return tags.size() + steps.size() + screws.size() + suppliers.size();
    }

    public void rename(String name) {
        this.name = name;
    }

    public void widen(int width) {
        size.widen(width);
    }

    public void replaceSize(int width) {
        size = new Size();
        size.widen(width);
    }

    public void tag(String tag) {
        tags.add(tag);
    }

    public void untag() {
        tags.clear();
    }

    public void swapSteps() {
        Collections.swap(steps, 0, 1);
    }

    public void fasten(Screw screw) {
        screws.add(screw);
    }

    public void loosen() {
        screws.clear();
    }

    public void orderFrom(Supplier supplier) {
        suppliers.add(supplier);
    }
}
