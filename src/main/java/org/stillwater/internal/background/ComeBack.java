package org.stillwater.internal.background;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.stillwater.internal.mode.ModeState;

/**
 * How long after a refusal the same work is tried again: a tenth of the time that the mode has lasted, so that it is late
 * in proportion only, and a long window is not filled with attempts.
 */
final class ComeBack {
    /** Servers know no shorter timers: Payara rounds up to this. */
    static final Duration SOONEST = Duration.ofSeconds(1);

    static final Duration LATEST = Duration.ofMinutes(1);

    private ComeBack() {}

    static Duration after(ModeState state, Clock clock) {
        Instant now = clock.instant();
        return state.snapshot().windows().stream()
                .map(window -> Duration.between(window.since(), now).dividedBy(10))
                .max(Duration::compareTo)
                .map(ComeBack::withinBounds)
                .orElse(SOONEST);
    }

    private static Duration withinBounds(Duration tenth) {
        if (tenth.compareTo(SOONEST) < 0) {
            return SOONEST;
        }
        return tenth.compareTo(LATEST) > 0 ? LATEST : tenth;
    }
}
