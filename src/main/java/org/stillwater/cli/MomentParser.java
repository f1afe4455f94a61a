package org.stillwater.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Reads a moment that is to come, as people write it. */
final class MomentParser {
    private MomentParser() {}

    /**
     * The moment: a time of day is the next one.
     *
     * @param option named in the complaint
     * @throws IllegalArgumentException if it is not a moment, or in the past
     */
    static Instant future(String option, String written, ZonedDateTime now) {
        Instant moment = parse(option, written.strip(), now);
        if (!moment.isAfter(now.toInstant())) {
            throw new IllegalArgumentException(option + " '" + written + "' is over already: it is "
                    + Times.text(now.toInstant(), now.getZone()) + " now");
        }
        return moment;
    }

    private static Instant parse(String option, String written, ZonedDateTime now) {
        String value = written.replace(' ', 'T');
        try {
            if (!value.contains("T")) {
                ZonedDateTime today = now.with(LocalTime.parse(value));
                return (today.isAfter(now) ? today : today.plusDays(1)).toInstant();
            }
            Object parsed = DateTimeFormatter.ISO_DATE_TIME.parseBest(value, ZonedDateTime::from, LocalDateTime::from);
            return parsed instanceof LocalDateTime local
                    ? local.atZone(now.getZone()).toInstant()
                    : ((ZonedDateTime) parsed).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    option + " '" + written + "' is not a time: write for example 15:30, 2026-11-22T15:30 or"
                            + " 2026-11-22T14:30Z",
                    e);
        }
    }
}
