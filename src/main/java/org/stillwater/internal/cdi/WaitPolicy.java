package org.stillwater.internal.cdi;

import org.stillwater.internal.gate.Admission;
import org.stillwater.internal.gate.WaitingLine;
import org.stillwater.internal.runtime.ReadOnlyRuntime;

/** What {@link org.stillwater.WhenReadOnly#WAIT} does with a call that was not admitted. */
final class WaitPolicy {
    private WaitPolicy() {}

    static Admission await(ReadOnlyRuntime runtime, Object what) {
        if (runtime.transactions().isPresent()) {
            throw runtime.refusals()
                    .of(
                            what,
                            ". It did not wait, because a transaction is there already: while it waited, the migration would wait"
                                    + " for its locks. Call the method where no transaction is active");
        }
        WaitingLine.Outcome outcome =
                runtime.waitingLine().await(() -> runtime.admission().enter(what));
        if (outcome instanceof WaitingLine.Outcome.Admitted admitted) {
            return admitted.admission();
        }
        throw runtime.refusals().of(what, why(((WaitingLine.Outcome.Refused) outcome).reason(), runtime));
    }

    private static String why(WaitingLine.Reason reason, ReadOnlyRuntime runtime) {
        return switch (reason) {
            case FULL ->
                ". It did not wait, because " + runtime.settings().maxWaiters()
                        + " writes are waiting already (stillwater.max-waiters)";
            case TIME_OUT ->
                ". It waited for " + runtime.settings().waitTimeout().toMillis() + " ms (stillwater.wait-timeout)";
            case INTERRUPTED -> ". Its wait was interrupted";
            case STOPPED -> ". The application is being stopped";
        };
    }
}
