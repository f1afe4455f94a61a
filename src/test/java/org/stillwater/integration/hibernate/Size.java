package org.stillwater.integration.hibernate;

import jakarta.persistence.Embeddable;

@Embeddable
class Size {
    int width;
}
