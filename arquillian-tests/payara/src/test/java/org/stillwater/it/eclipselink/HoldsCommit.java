package org.stillwater.it.eclipselink;

import jakarta.transaction.Synchronization;
import org.stillwater.it.Gate;

/** Waits when everything has been flushed and nothing is committed. */
record HoldsCommit(Gate gate) implements Synchronization {
    @Override
    public void beforeCompletion() {
        gate.hold();
    }

    @Override
    public void afterCompletion(int status) {}
}
