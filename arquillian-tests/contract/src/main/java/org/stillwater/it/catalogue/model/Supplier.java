package org.stillwater.it.catalogue.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

@Entity
@Table(name = "supplier")
@NamedQuery(name = "Supplier.rename", query = "update Supplier s set s.name = 'changed'")
@NamedNativeQuery(name = "Supplier.renameNatively", query = "update supplier set name = 'changed'")
public class Supplier {
    @Id
    private long id;

    private String name = "";

    protected Supplier() {}

    public Supplier(long id) {
        this.id = id;
    }
}
