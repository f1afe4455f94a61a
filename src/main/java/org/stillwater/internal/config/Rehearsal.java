package org.stillwater.internal.config;

import java.util.Locale;

/** What happens to an undeclared write in normal mode. */
public enum Rehearsal {
    /** Nothing. */
    OFF,
    /** It is reported, and goes through. */
    REPORT,
    /** It is reported, and refused. For an application's own tests. */
    FAIL;

    static Rehearsal parse(String value) {
        for (Rehearsal rehearsal : values()) {
            if (rehearsal.name().toLowerCase(Locale.ROOT).equals(value)) {
                return rehearsal;
            }
        }
        throw new IllegalArgumentException("'off', 'report' or 'fail' is allowed");
    }
}
