package org.stillwater.internal.mode;

import java.time.Duration;
import org.stillwater.internal.gate.WriteAdmission;

/**
 * Takes the permits of requests that have not written anything, once a drain has waited for them for the grace. Slow
 * uploads, long polls and searches by POST must not stop an upgrade. Confined to {@link ModeMachine#tick()}.
 */
final class SoftPermits {
    private final WriteAdmission admission;
    private final long graceNanos;
    private long closedSince;
    private boolean closed;

    SoftPermits(WriteAdmission admission, Duration grace) {
        this.admission = admission;
        this.graceNanos = grace.toNanos();
    }

    void watch(ModeState state) {
        boolean refuses = state.mode().refusesNewWrites();
        if (refuses && !closed) {
            closedSince = System.nanoTime();
        }
        closed = refuses;
        if (closed && System.nanoTime() - closedSince >= graceNanos) {
            admission.revokeSoft();
        }
    }
}
