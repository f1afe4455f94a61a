package org.stillwater.internal.window;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.stillwater.spi.ModeStore;
import org.stillwater.spi.Report;

/** Waits until applications have applied what the store says. */
final class Applied {
    private static final Duration INTERVAL = Duration.ofMillis(5);

    private Applied() {}

    /**
     * Waits for all live applications, but no longer than this.
     *
     * @return those that have not applied that epoch
     */
    static List<Report> await(ModeStore store, long epoch, Duration limit) {
        long begun = System.nanoTime();
        while (true) {
            List<Report> late = store.reports().stream()
                    .filter(report -> report.alive() && report.epoch() < epoch)
                    .toList();
            if (late.isEmpty() || System.nanoTime() - begun > limit.toNanos()) {
                return late;
            }
            LockSupport.parkNanos(INTERVAL.toNanos());
        }
    }
}
