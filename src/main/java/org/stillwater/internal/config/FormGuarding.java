package org.stillwater.internal.config;

import java.util.Locale;

/** Which forms of pages are read-only while writes are refused. */
public enum FormGuarding {
    /** All but those that only read, log in, or are spared by the page. */
    ALL,
    /** Those with a command whose action is marked with {@code @Writes}, and those that the page marks. */
    WRITES,
    /** None. */
    NONE;

    static FormGuarding parse(String value) {
        for (FormGuarding guarding : values()) {
            if (guarding.toString().equals(value)) {
                return guarding;
            }
        }
        throw new IllegalArgumentException("'all', 'writes' or 'none' is allowed");
    }

    /** As the setting has it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
