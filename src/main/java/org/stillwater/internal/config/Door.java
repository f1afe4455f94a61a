package org.stillwater.internal.config;

import java.util.Locale;

/** Which requests are refused before the application sees them, while writes are refused. */
public enum Door {
    /** None: what a request writes decides. */
    NONE,
    /** Those whose method is not safe. */
    UNSAFE,
    /** All: a full stop. */
    ALL;

    static Door parse(String value) {
        for (Door door : values()) {
            if (door.name().toLowerCase(Locale.ROOT).equals(value)) {
                return door;
            }
        }
        throw new IllegalArgumentException("'none', 'unsafe' or 'all' is allowed");
    }

    /** Whether requests of that kind are refused. */
    public boolean isShutFor(boolean safe) {
        return this == ALL || this == UNSAFE && !safe;
    }
}
