package org.stillwater.internal.window;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.stillwater.spi.ModeStore;

/** Waits until applications have applied what the store says. */
final class Applied {
    private static final Duration INTERVAL = Duration.ofMillis(5);

    private Applied() {}

    /** Waits for all live applications, but no longer than this. */
    static void await(ModeStore store, long epoch, Duration limit) {
        long begun = System.nanoTime();
        while (true) {
            boolean applied = store.reports().stream().noneMatch(report -> report.alive() && report.epoch() < epoch);
            if (applied || System.nanoTime() - begun > limit.toNanos()) {
                return;
            }
            LockSupport.parkNanos(INTERVAL.toNanos());
        }
    }
}
