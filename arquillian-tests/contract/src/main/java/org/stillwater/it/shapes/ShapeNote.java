package org.stillwater.it.shapes;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of the table that {@link Pen} writes. */
@Entity
@Table(name = "shape_note")
public class ShapeNote {
    @Id
    String text;

    protected ShapeNote() {}

    ShapeNote(String text) {
        this.text = text;
    }
}
