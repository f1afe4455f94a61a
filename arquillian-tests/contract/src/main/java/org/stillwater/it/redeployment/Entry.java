package org.stillwater.it.redeployment;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What the application writes. */
@Entity
@Table(name = "redeployment_entry")
public class Entry {
    @Id
    private String text;

    protected Entry() {}

    Entry(String text) {
        this.text = text;
    }
}
