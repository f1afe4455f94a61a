package org.stillwater.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Points in time as people read them. */
final class Times {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss VV", Locale.ROOT);

    private Times() {}

    static String text(Instant instant, ZoneId zone) {
        return FORMAT.format(instant.atZone(zone));
    }
}
