package org.stillwater.demo;

import java.util.List;

/** A way to get people through a migration. */
enum Way {
    WITHOUT("without Stillwater", false, List.of()),
    PRIMARY("read-only transactions on the primary", false, List.of()),
    REPLICA("a replica that follows", true, List.of()),
    FROZEN("a frozen replica", true, List.of("--freeze-replica"));

    private final String title;
    private final boolean standby;
    private final List<String> options;

    Way(String title, boolean standby, List<String> options) {
        this.title = title;
        this.standby = standby;
        this.options = options;
    }

    String title() {
        return title;
    }

    boolean usesLibrary() {
        return this != WITHOUT;
    }

    boolean usesStandby() {
        return standby;
    }

    /** What the operator adds to {@code on}. */
    List<String> options() {
        return options;
    }
}
