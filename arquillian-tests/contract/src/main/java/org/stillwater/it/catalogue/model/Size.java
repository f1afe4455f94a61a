package org.stillwater.it.catalogue.model;

import jakarta.persistence.Embeddable;

@Embeddable
public class Size {
    private int width;

    void widen(int width) {
        this.width = width;
    }
}
