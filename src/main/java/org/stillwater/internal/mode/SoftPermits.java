package org.stillwater.internal.mode;

import org.stillwater.internal.gate.WriteAdmission;

/**
 * Takes the permits of requests that have not written anything, once a drain has waited for them for the grace. Slow
 * uploads, long polls and searches by POST must not stop an upgrade. Confined to {@link ModeMachine#tick()}.
 */
final class SoftPermits {
    private final WriteAdmission admission;
    private final Timing timing;
    private long closedSince;
    private boolean closed;

    SoftPermits(WriteAdmission admission, Timing timing) {
        this.admission = admission;
        this.timing = timing;
    }

    void watch(ModeState state) {
        boolean refuses = state.mode().refusesNewWrites();
        long now = timing.nanoTime().getAsLong();
        if (refuses && !closed) {
            closedSince = now;
        }
        closed = refuses;
        if (closed && now - closedSince >= timing.requestGrace().toNanos()) {
            admission.revokeSoft();
        }
    }
}
