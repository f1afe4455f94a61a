package org.stillwater.it.persistence32;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

@Entity
public class Line {
    @Id
    long id;

    @Version
    int version;

    String text = "";

    Line() {}

    Line(long id) {
        this.id = id;
    }
}
