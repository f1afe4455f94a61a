package org.stillwater.internal.background;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A timer whose callback runs on the calling thread. */
public interface CalledTimer {
    /** The timer itself; equal to what stands for the same timer elsewhere. */
    Object timer();

    /** When it comes again by itself, or null if it does not. */
    @Nullable
    Instant next();

    /** Whether a timer that is created now would call the same method. */
    boolean canComeAgain();

    /**
     * Creates a timer that calls the same method once, with the same information and as persistent as this one; within
     * the transaction of the calling thread, if there is one.
     *
     * @return the timer
     * @throws RuntimeException if there is no such timer now
     */
    Object comeAgain(Duration later);
}
