package org.stillwater.it.hibernate;

import jakarta.persistence.Embeddable;

@Embeddable
public class Size {
    int width;
}
