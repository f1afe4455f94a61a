package org.stillwater.internal.runtime;

import java.util.List;
import java.util.function.Supplier;
import org.stillwater.internal.mode.ModeListener;
import org.stillwater.internal.mode.ModeState;
import org.stillwater.spi.ReplicaReport;

/** Tells each guard what is to be done with its replica. Thread-safe. */
final class Replicas implements ModeListener {
    private final Supplier<List<ReplicatedGuard>> guards;
    private ModeState latest = ModeState.STOPPED;

    Replicas(Supplier<List<ReplicatedGuard>> guards) {
        this.guards = guards;
    }

    @Override
    public synchronized void changed(ModeState before, ModeState now) {
        latest = now;
        guards.get().forEach(guard -> guard.followReplica(now));
    }

    /** A guard has come. */
    synchronized void added(ReplicatedGuard guard) {
        if (!latest.equals(ModeState.STOPPED)) {
            guard.followReplica(latest);
        }
    }

    List<ReplicaReport> reports() {
        return guards.get().stream().map(ReplicatedGuard::replicaReport).toList();
    }

    /** The application is stopped. */
    synchronized void stop() {
        latest = ModeState.STOPPED;
        guards.get().forEach(ReplicatedGuard::stopReplica);
    }
}
