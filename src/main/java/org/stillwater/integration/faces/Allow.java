package org.stillwater.integration.faces;

import jakarta.faces.component.UIComponentBase;

/** {@code <sw:allow>}: what stands in it works in read-only mode, too. Writes nothing of its own. */
public final class Allow extends UIComponentBase {
    /** For {@code faces-config.xml}. */
    public Allow() {}

    @Override
    public String getFamily() {
        return "org.stillwater";
    }
}
