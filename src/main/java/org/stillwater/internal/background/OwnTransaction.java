package org.stillwater.internal.background;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Runs work in a transaction of its own, if the calling thread has an active one, so that the work may fail without that
 * one having to fail too.
 */
public interface OwnTransaction {
    /** Where there are no transactions. */
    OwnTransaction NONE = new OwnTransaction() {
        @Override
        public Outcome run(Callable<@Nullable Object> work) throws Exception {
            return new Outcome(work.call(), false);
        }

        @Override
        public @Nullable Duration remaining() {
            return null;
        }

        @Override
        public void markForRollback() {
            throw new IllegalStateException("There is no transaction to mark for rollback");
        }
    };

    /**
     * Runs the work and ends its transaction: by a commit, unless the work has marked it for rollback or has failed.
     *
     * @throws Exception what the work has thrown
     * @throws IllegalStateException if the transaction could not be committed
     */
    Outcome run(Callable<@Nullable Object> work) throws Exception;

    /** How long until the transaction of the calling thread times out, or null if it does not or nobody tells. */
    @Nullable
    Duration remaining();

    /** Marks the transaction of the calling thread for rollback. */
    void markForRollback();

    /**
     * How it went.
     *
     * @param result what the work has returned
     * @param rolledBack whether its transaction was rolled back although it has not thrown anything
     */
    record Outcome(@Nullable Object result, boolean rolledBack) {}
}
