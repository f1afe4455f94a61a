package org.stillwater.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** When a window is expected to end: after a while, or at a time. A promise to people; nothing is lifted by it. */
final class ExpectedEnd {
    @Option(
            names = "--expected",
            paramLabel = "DURATION",
            order = 3,
            converter = Durations.class,
            description = "How long it is expected to take, for example 90s, 10m, 1h30m. People are told; nothing is"
                    + " lifted by it.")
    private @Nullable Duration expected;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            order = 4,
            description = "The same as a time: 15:30 (the next one), 2026-11-22T15:30 or 2026-11-22T14:30Z.")
    private @Nullable String until;

    /** @throws IllegalArgumentException if it is not a time, or in the past */
    Instant instant(ZonedDateTime now) {
        if (until == null) {
            return expected == null ? now.toInstant() : now.toInstant().plus(expected);
        }
        Instant end = parse(until.strip().replace(' ', 'T'), now);
        if (!end.isAfter(now.toInstant())) {
            throw new IllegalArgumentException("--until '" + until + "' is over already: it is "
                    + Times.text(now.toInstant(), now.getZone()) + " now");
        }
        return end;
    }

    private Instant parse(String value, ZonedDateTime now) {
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
                    "--until '" + until + "' is not a time: write for example 15:30, 2026-11-22T15:30 or"
                            + " 2026-11-22T14:30Z",
                    e);
        }
    }
}
