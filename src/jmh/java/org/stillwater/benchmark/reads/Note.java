package org.stillwater.benchmark.reads;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** What is read. It has a version, as entities have that are written, too. */
@Entity
public class Note {
    @Id
    private int id;

    @Version
    private int version;

    private String title;
    private String text;

    /** For the providers. */
    protected Note() {}

    Note(int id) {
        this.id = id;
        this.title = "note " + id;
        this.text = "what note " + id + " says";
    }

    int length() {
        return title.length() + text.length();
    }
}
