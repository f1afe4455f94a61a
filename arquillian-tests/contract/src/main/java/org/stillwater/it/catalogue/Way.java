package org.stillwater.it.catalogue;

import java.util.Objects;

/** One way to write: a constant of an enum that has a {@link Theme}. */
public interface Way {
    /** What it does, and where it exists. */
    Entry entry();

    /** The name of the constant. */
    String name();

    /** The place of the constant in its enum. */
    int ordinal();

    /** Writes, in the surroundings of a setting, which commits if nothing is thrown. */
    default void write(Tools tools) throws Exception {
        entry().action().write(tools);
    }

    /** What it is called in the table. */
    default String title() {
        return entry().title();
    }

    /** Where it exists. */
    default Where where() {
        return entry().where();
    }

    /** The section of the table that shows the ways of an enum. */
    static Section section(Class<? extends Way> theme) {
        return Objects.requireNonNull(theme.getAnnotation(Theme.class), theme.getName())
                .value();
    }
}
