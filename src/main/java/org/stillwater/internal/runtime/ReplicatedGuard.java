package org.stillwater.internal.runtime;

import org.stillwater.internal.mode.ModeState;
import org.stillwater.spi.ReplicaReport;

/** A guard whose database may have a replica that is read in read-only mode. Thread-safe; compared by identity. */
public interface ReplicatedGuard {
    /** Applies a change of mode to the replica. Never blocks. */
    void followReplica(ModeState now);

    /** What is known about the replica. */
    ReplicaReport replicaReport();

    /** The application is stopped: nothing goes on in the background. */
    void stopReplica();
}
