package org.stillwater.it.eclipselink;

import jakarta.persistence.Embeddable;

@Embeddable
public class Size {
    private int width;

    public void widen() {
        width++;
    }
}
