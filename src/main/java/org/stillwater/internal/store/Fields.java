package org.stillwater.internal.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Typed access to the fields of a file; what is missing or malformed is an {@link IllegalArgumentException}. */
record Fields(Map<String, String> values) {
    boolean has(String key) {
        return values.containsKey(key);
    }

    @Nullable
    String optional(String key) {
        return values.get(key);
    }

    String text(String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("the field '" + key + "' is missing");
        }
        return value;
    }

    long number(String key) {
        try {
            return Long.parseLong(text(key));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the field '" + key + "' is not a number: '" + text(key) + "'", e);
        }
    }

    Instant instant(String key) {
        try {
            return Instant.parse(text(key));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("the field '" + key + "' is not a time: '" + text(key) + "'", e);
        }
    }

    @Nullable
    Instant optionalInstant(String key) {
        return has(key) ? instant(key) : null;
    }
}
