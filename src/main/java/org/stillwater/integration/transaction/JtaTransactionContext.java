package org.stillwater.integration.transaction;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.gate.Permit;
import org.stillwater.internal.gate.RoughTime;
import org.stillwater.internal.gate.TransactionContext;
import org.stillwater.internal.log.Log;

/**
 * Keeps permits in the {@link TransactionSynchronizationRegistry} and ends them in {@code afterCompletion}. Synchronizations
 * are registered only while the status is {@code ACTIVE}: in {@code MARKED_ROLLBACK} Narayana may register nothing and
 * say nothing. Where the server has a {@code TransactionManager}, each permit also knows how to look whether its
 * transaction has completed. Thread-safe.
 */
public final class JtaTransactionContext implements TransactionContext {
    private static final Log LOG = Log.of("transaction");

    /** The standard name works inside components only; the servers' own work on every thread. */
    private static final List<String> NAMES = List.of(
            "java:jboss/TransactionSynchronizationRegistry",
            "java:appserver/TransactionSynchronizationRegistry",
            "java:comp/TransactionSynchronizationRegistry");

    /** Only there to find out whether a transaction has completed; not standardized, so it may be missing. */
    static final List<String> MANAGERS = List.of("java:jboss/TransactionManager", "java:appserver/TransactionManager");

    private final Object key = new Object();
    private final Object refusedCommit = new Object();
    private volatile @Nullable TransactionSynchronizationRegistry registry;
    private volatile @Nullable TransactionManager manager;
    private volatile long lookedUp = Long.MIN_VALUE;

    /** Looks up nothing yet. */
    public JtaTransactionContext() {}

    /** For tests. */
    JtaTransactionContext(TransactionSynchronizationRegistry registry, TransactionManager manager) {
        this.registry = registry;
        this.manager = manager;
    }

    @Override
    public boolean isActive() {
        TransactionSynchronizationRegistry found = registry();
        return found != null && found.getTransactionStatus() == Status.STATUS_ACTIVE;
    }

    @Override
    public boolean isPresent() {
        TransactionSynchronizationRegistry found = registry();
        return found != null && found.getTransactionStatus() != Status.STATUS_NO_TRANSACTION;
    }

    @Override
    public @Nullable Permit permit() {
        TransactionSynchronizationRegistry found = registry();
        return found == null ? null : (Permit) found.getResource(key);
    }

    @Override
    public void bind(Permit permit) {
        TransactionSynchronizationRegistry found = requireRegistry();
        found.registerInterposedSynchronization(new EndsPermit(permit));
        found.putResource(key, permit);
        requireActive(found);
        watch(permit);
    }

    private void watch(Permit permit) {
        BooleanSupplier completion = completion();
        if (completion != null) {
            permit.endsWhen(completion);
        }
    }

    @Override
    public @Nullable BooleanSupplier completion() {
        TransactionManager found = manager;
        try {
            Transaction transaction = found == null ? null : found.getTransaction();
            return transaction == null ? null : () -> hasCompleted(transaction);
        } catch (SystemException e) {
            LOG.debug("A transaction cannot be watched: %s", e);
            return null;
        }
    }

    private static boolean hasCompleted(Transaction transaction) {
        try {
            int status = transaction.getStatus();
            return status == Status.STATUS_COMMITTED || status == Status.STATUS_ROLLEDBACK;
        } catch (SystemException | RuntimeException e) {
            LOG.debug("The status of a transaction is not known: %s", e);
            return false;
        }
    }

    /** Somebody else may have marked it for rollback just before the registration, and then nobody would call back. */
    private static void requireActive(TransactionSynchronizationRegistry found) {
        int status = found.getTransactionStatus();
        if (status != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("The transaction was ended or marked for rollback by another thread"
                    + " when a write was about to begin in it (status " + status + "). Nothing is written; try again");
        }
    }

    @Override
    public @Nullable Object resource(Object name) {
        TransactionSynchronizationRegistry found = registry();
        return found == null ? null : found.getResource(name);
    }

    @Override
    public void putResource(Object name, Object value) {
        requireRegistry().putResource(name, value);
    }

    @Override
    public void refuseCommit(RuntimeException refusal) {
        TransactionSynchronizationRegistry found = registry();
        if (found == null || !isActive() || found.getResource(refusedCommit) != null) {
            return;
        }
        try {
            found.registerInterposedSynchronization(new RefusesCommit(refusal));
            found.putResource(refusedCommit, refusal);
        } catch (IllegalStateException e) {
            LOG.debug("A transaction that is being completed takes no further refusal: %s", e);
            found.setRollbackOnly();
        }
    }

    @Override
    public <T> T callAndRollBack(Callable<T> work) throws Exception {
        registry();
        TransactionManager found = manager;
        if (found == null) {
            return work.call();
        }
        found.begin();
        try {
            return work.call();
        } finally {
            found.rollback();
        }
    }

    private TransactionSynchronizationRegistry requireRegistry() {
        TransactionSynchronizationRegistry found = registry();
        if (found == null) {
            throw new IllegalStateException("There is no TransactionSynchronizationRegistry");
        }
        return found;
    }

    private @Nullable TransactionSynchronizationRegistry registry() {
        TransactionSynchronizationRegistry found = registry;
        return found != null ? found : lookUpNowAndThen();
    }

    /** Where there is no registry (plain Java SE), a lookup for each call would cost more than the call. */
    private @Nullable TransactionSynchronizationRegistry lookUpNowAndThen() {
        long now = RoughTime.nanos();
        if (lookedUp == now) {
            return null;
        }
        TransactionSynchronizationRegistry found = lookUp(NAMES, TransactionSynchronizationRegistry.class);
        if (found != null) {
            // In this order, and never back to null: a thread that has no names must not undo what another has found.
            manager = lookUp(MANAGERS, TransactionManager.class);
            registry = found;
        }
        lookedUp = now;
        return found;
    }

    @SuppressWarnings("BanJNDI") // constant names in the server's own namespace
    static <T> @Nullable T lookUp(List<String> names, Class<T> type) {
        for (String name : names) {
            try {
                return type.cast(InitialContext.doLookup(name));
            } catch (NamingException | ClassCastException e) {
                LOG.debug("No %s as %s: %s", type.getSimpleName(), name, e);
            }
        }
        return null;
    }

    private record RefusesCommit(RuntimeException refusal) implements Synchronization {
        @Override
        public void beforeCompletion() {
            throw refusal;
        }

        @Override
        public void afterCompletion(int status) {}
    }

    private record EndsPermit(Permit permit) implements Synchronization {
        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            permit.close();
        }
    }
}
