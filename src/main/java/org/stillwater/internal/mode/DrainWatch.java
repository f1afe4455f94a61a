package org.stillwater.internal.mode;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.stillwater.spi.ModeSnapshot;

/**
 * Knows when a drain has run out of time: by the clock, or because it has been watched for as long as it was meant to
 * last. So a clock that is set back does not keep writes refused for a tool that died. Confined to
 * {@link ModeMachine#tick()}.
 */
final class DrainWatch {
    private final LongSupplier nanoTime;
    private long epoch = -1;
    private long watchedSince;

    DrainWatch(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    boolean isOverdue(ModeSnapshot snapshot, Instant now) {
        Instant deadline = snapshot.deadline();
        if (deadline == null) {
            return false;
        }
        if (epoch != snapshot.epoch()) {
            epoch = snapshot.epoch();
            watchedSince = nanoTime.getAsLong();
        }
        Duration meant = Duration.between(snapshot.windows().get(0).since(), deadline);
        Duration watched = Duration.ofNanos(nanoTime.getAsLong() - watchedSince);
        return snapshot.isOverdue(now) || watched.compareTo(meant) > 0;
    }
}
