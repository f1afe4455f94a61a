package org.stillwater.cli;

import java.util.function.Function;
import org.stillwater.spi.ModeSnapshot;
import org.stillwater.spi.ReplicaReport;
import org.stillwater.spi.ReplicaReport.State;

/** What an application says whose replica does at once what is ordered. */
final class ObedientReplica {
    static final String UNIT = "persistence unit 'shop'";

    private ObedientReplica() {}

    static State done(ModeSnapshot now) {
        return switch (now.replicas()) {
            case USE, LEAVE -> State.IDLE;
            case CHECK -> State.CHECKED;
            case CATCH_UP -> State.READY;
            case FREEZE -> State.FROZEN;
            case RETURN -> State.RESUMING;
        };
    }

    static Function<ModeSnapshot, ReplicaReport> says(Function<ModeSnapshot, State> state, String detail) {
        return now -> new ReplicaReport(UNIT, "java:/shop-replica", state.apply(now), detail);
    }
}
