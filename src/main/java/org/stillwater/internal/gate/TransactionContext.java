package org.stillwater.internal.gate;

import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The transaction of the calling thread, as far as permits need to know it. Thread-safe. */
public interface TransactionContext {
    /** Where there are no transactions. */
    TransactionContext NONE = new TransactionContext() {
        @Override
        public boolean isActive() {
            return false;
        }

        @Override
        public boolean isPresent() {
            return false;
        }

        @Override
        public @Nullable Permit permit() {
            return null;
        }

        @Override
        public void bind(Permit permit) {
            throw new IllegalStateException("There is no transaction to bind a permit to");
        }

        @Override
        public @Nullable Object resource(Object key) {
            return null;
        }

        @Override
        public void putResource(Object key, Object value) {
            throw new IllegalStateException("There is no transaction that could keep anything");
        }
    };

    /**
     * Whether a transaction is active and takes synchronizations. False for one that is marked for rollback: it may
     * never call back (measured: it registers nothing and says nothing), so a permit must not wait for it.
     */
    boolean isActive();

    /** Whether the calling thread has a transaction, in whatever state. */
    boolean isPresent();

    /** The permit that was bound to the active transaction, or null. */
    @Nullable
    Permit permit();

    /**
     * Binds a permit to the active transaction and ends it when the transaction has completed, on whatever thread.
     *
     * @throws RuntimeException if the transaction does not take it; the permit is still the caller's then
     */
    void bind(Permit permit);

    /** What was kept in the active transaction under a key, or null. */
    @Nullable
    Object resource(Object key);

    /** Keeps something in the active transaction until that completes. */
    void putResource(Object key, Object value);

    /**
     * Says of the active transaction whether it has completed, on any thread and at any time; null if nobody can say that of
     * it.
     */
    default @Nullable BooleanSupplier completion() {
        return null;
    }

    /**
     * Keeps the active transaction from being committed: who tries gets this exception as the cause of its rollback.
     * Without an active transaction it does nothing.
     */
    default void refuseCommit(RuntimeException refusal) {}

    /**
     * Calls something in a transaction of its own, and rolls that back; without one, where the calling thread cannot begin
     * any. The thread must not have one.
     */
    default <T> T callAndRollBack(Callable<T> work) throws Exception {
        return work.call();
    }
}
