package org.stillwater.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
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
        return MomentParser.future("--until", until, now);
    }
}
