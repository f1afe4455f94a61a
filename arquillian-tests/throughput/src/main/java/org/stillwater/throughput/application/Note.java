package org.stillwater.throughput.application;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A row. */
@Entity
public class Note {
    @Id
    private int id;

    private String text;
    private int changes;

    protected Note() {}

    String text() {
        return text;
    }

    void change() {
        changes++;
    }
}
