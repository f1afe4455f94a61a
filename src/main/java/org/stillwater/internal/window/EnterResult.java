package org.stillwater.internal.window;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.stillwater.Window;
import org.stillwater.spi.ModeSnapshot;

/**
 * How entering ended.
 *
 * @param outcome what happened
 * @param snapshot what the store holds now
 * @param replaced the window of the same name that was open already, or null
 * @param progress the last listing of reports
 * @param took how long it took
 */
public record EnterResult(
        Outcome outcome, ModeSnapshot snapshot, @Nullable Window replaced, DrainProgress progress, Duration took) {
    /** What happened. */
    public enum Outcome {
        /** Read-only mode; every live application has drained. */
        ENTERED,
        /** Read-only mode in spite of stragglers, or without any application that could have confirmed it. */
        ENTERED_UNVERIFIED,
        /** Read-only mode was in force already; the window was added, or replaced the one of the same name. */
        ADDED,
        /** The time is over; the mode is back to {@code READ_WRITE}. */
        DRAIN_TIMED_OUT,
        /** An application objected; the mode is back to {@code READ_WRITE}. */
        OBJECTED,
        /** Replicas cannot be frozen, or were not in time; the mode is back to {@code READ_WRITE}. */
        NOT_FROZEN,
        /** Read-only mode is in force without frozen replicas, so a migration may be running. Nothing was changed. */
        TOO_LATE_TO_FREEZE,
        /** The waiting thread was interrupted; the mode is back to {@code READ_WRITE}. */
        INTERRUPTED,
        /** Somebody lifted the window, or another one is being entered. */
        OVERTAKEN,
        /** No application is running, and that was not allowed. Nothing was changed. */
        NO_APPLICATION
    }
}
