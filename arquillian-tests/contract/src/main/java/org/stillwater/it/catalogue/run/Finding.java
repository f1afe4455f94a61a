package org.stillwater.it.catalogue.run;

import org.stillwater.it.catalogue.Section;
import org.stillwater.it.catalogue.Setting;

/** What was found of a way in a setting: one line of a file of cells. */
record Finding(Section section, String way, Setting setting, String outcome) {
    private static final String SEPARATOR = " | ";

    static Finding parse(String line) {
        String[] fields = line.split(" \\| ", -1);
        if (fields.length != 4) {
            throw new IllegalArgumentException("Not a line of four fields: '" + line + "'");
        }
        return new Finding(Section.valueOf(fields[0]), fields[1], Setting.valueOf(fields[2]), fields[3]);
    }

    String format() {
        return String.join(SEPARATOR, section.name(), way, setting.name(), outcome);
    }

    boolean isSameCellAs(Finding other) {
        return section == other.section && way.equals(other.way) && setting == other.setting;
    }
}
