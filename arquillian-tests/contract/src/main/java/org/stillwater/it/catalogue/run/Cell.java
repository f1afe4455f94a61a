package org.stillwater.it.catalogue.run;

import org.stillwater.it.catalogue.Section;
import org.stillwater.it.catalogue.Setting;
import org.stillwater.it.catalogue.Way;

/** A way in a setting. */
record Cell(Way way, Setting setting) {
    Section section() {
        return Way.section(way.getClass().asSubclass(Way.class));
    }

    /** The cell with what was found. */
    Finding found(String outcome) {
        return new Finding(section(), way.title(), setting, outcome);
    }

    @Override
    public String toString() {
        return section().title() + ": " + way.title() + " (" + setting.title() + ")";
    }
}
