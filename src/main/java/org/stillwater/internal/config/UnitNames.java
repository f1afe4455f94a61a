package org.stillwater.internal.config;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The persistence units that are guarded. Immutable.
 *
 * @param names null for all there are
 */
public record UnitNames(@Nullable List<String> names) {
    /** All there are. */
    static final UnitNames ALL = new UnitNames(null);

    /** Copies the list. */
    public UnitNames {
        names = names == null ? null : List.copyOf(names);
    }

    /**
     * Reads a list that is separated by commas.
     *
     * @throws IllegalArgumentException if an element is empty
     */
    static UnitNames parse(String list) {
        List<String> names =
                Arrays.stream(list.split(",", -1)).map(String::strip).distinct().toList();
        if (names.contains("")) {
            throw new IllegalArgumentException("names of persistence units are allowed, separated by commas;"
                    + " leave the setting out to have all guarded");
        }
        return new UnitNames(names);
    }

    /** Whether a unit is among them; one without a name always is. */
    public boolean contains(@Nullable String unit) {
        List<String> wanted = names;
        return unit == null || wanted == null || wanted.contains(unit);
    }

    /** Why one that is not among them is left alone. */
    public String reason() {
        return "stillwater.persistence-units is '" + this + "'";
    }

    /** Those that are listed; none if all are guarded. */
    public List<String> listed() {
        List<String> wanted = names;
        return wanted == null ? List.of() : wanted;
    }

    @Override
    public String toString() {
        List<String> wanted = names;
        return wanted == null ? "all" : wanted.stream().collect(Collectors.joining(", "));
    }
}
