package org.stillwater.it.shapes;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ShapesIT extends AbstractShapesIT {
    /**
     * Where Payara was seen to give out a connection that commits each statement at once: to a {@code @Transactional} bean
     * that is called from within an EJB's transaction and suspends that, or on a thread of an executor; and before a
     * transaction completes.
     */
    private static final Set<Scenario> COMMITTED_AT_ONCE = Set.of(
            Shape.CDI_REQUIRES_NEW_WITHIN_BEFORE_ITS_COMMIT,
            Shape.FIRST_WRITE_BEFORE_COMPLETION,
            Shape.EXECUTOR_WITHOUT_TRANSACTION,
            End.TIMED_OUT_AROUND_ANOTHER);

    @Override
    protected int rowsWhileHeld(Scenario scenario) {
        return COMMITTED_AT_ONCE.contains(scenario) ? scenario.rowsAfter() : scenario.rowsInside();
    }

    /** Payara was seen to commit when an {@code Error} came out of a bean. */
    @Override
    protected int rowsInTheEnd(Scenario scenario) {
        return scenario == End.THREAD_DIES ? 1 : scenario.rowsAfter();
    }

    /** Payara marks it for rollback only; it is rolled back when its thread comes to the end. */
    @Test
    void a_transaction_that_timed_out_is_waited_for_until_its_thread_rolls_it_back() throws Exception {
        isWaitedForUntilItIsOver(TimedOut.AFTER_THE_METHOD);
    }
}
