package org.stillwater.internal.window;

import java.time.Duration;
import org.stillwater.spi.ModeSnapshot;

/**
 * How entering ended.
 *
 * @param outcome what happened
 * @param snapshot what the store holds now
 * @param progress the last listing of reports
 * @param took how long it took
 */
public record EnterResult(Outcome outcome, ModeSnapshot snapshot, DrainProgress progress, Duration took) {
    /** What happened. */
    public enum Outcome {
        /** Read-only mode; every live application has drained. */
        ENTERED,
        /** Read-only mode in spite of stragglers. */
        ENTERED_UNVERIFIED,
        /** Read-only mode was in force already; the window was added, or replaced the one of the same name. */
        ADDED,
        /** The time is over; the mode is back to {@code READ_WRITE}. */
        DRAIN_TIMED_OUT,
        /** The waiting thread was interrupted; the mode is back to {@code READ_WRITE}. */
        INTERRUPTED,
        /** Somebody lifted the window, or another one is being entered. */
        OVERTAKEN,
        /** No application is running, and that was not allowed. Nothing was changed. */
        NO_APPLICATION
    }
}
