package org.stillwater.internal.mode;

import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How often the machine looks, and by which clocks. Immutable.
 *
 * @param poll how often the store is read when it says nothing
 * @param heartbeat how often a report is published when nothing has changed
 * @param requestGrace how long a request that has not written delays a drain
 * @param clock for deadlines, which other processes set
 * @param nanoTime for what is measured here; like {@link System#nanoTime()}
 */
record Timing(Duration poll, Duration heartbeat, Duration requestGrace, Clock clock, LongSupplier nanoTime) {
    static final Duration POLL = Duration.ofMillis(200);
    static final Duration HEARTBEAT = Duration.ofSeconds(1);

    static Timing of(Duration requestGrace, Clock clock) {
        return new Timing(POLL, HEARTBEAT, requestGrace, clock, System::nanoTime);
    }
}
