package org.stillwater.integration.eclipselink;

import jakarta.persistence.Embeddable;

@Embeddable
class Size {
    int width;
}
