package org.stillwater.integration.transaction;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.background.OwnTransaction;

/** By suspending the transaction that is there. Where the server does not show its {@code TransactionManager}, in that one. */
public final class JtaOwnTransaction implements OwnTransaction {
    /** In seconds. WildFly's transactions have it; nothing that one could compile against says so. */
    private static final String REMAINING = "getEstimatedRemainingTime";

    private volatile @Nullable TransactionManager manager;

    /** Looks the manager up when it is needed. */
    public JtaOwnTransaction() {}

    /** For tests. */
    JtaOwnTransaction(TransactionManager manager) {
        this.manager = manager;
    }

    @Override
    public Outcome run(Callable<@Nullable Object> work) throws Exception {
        TransactionManager found = manager();
        if (found == null || found.getStatus() != Status.STATUS_ACTIVE) {
            return new Outcome(work.call(), false);
        }
        Transaction outer = found.suspend();
        try {
            found.begin();
            return inOwn(found, work);
        } finally {
            found.resume(outer);
        }
    }

    private static Outcome inOwn(TransactionManager found, Callable<@Nullable Object> work) throws Exception {
        boolean ended = false;
        try {
            Object result = work.call();
            ended = true;
            return end(found, result);
        } finally {
            if (!ended) {
                found.rollback();
            }
        }
    }

    private static Outcome end(TransactionManager found, @Nullable Object result) throws SystemException {
        if (found.getStatus() != Status.STATUS_ACTIVE) {
            found.rollback();
            return new Outcome(result, true);
        }
        try {
            found.commit();
            return new Outcome(result, false);
        } catch (RollbackException | HeuristicMixedException | HeuristicRollbackException e) {
            throw new IllegalStateException("The transaction could not be committed", e);
        }
    }

    @Override
    public @Nullable Duration remaining() {
        TransactionManager found = manager();
        try {
            Transaction current = found == null ? null : found.getTransaction();
            if (current == null) {
                return null;
            }
            Object seconds = current.getClass().getMethod(REMAINING).invoke(current);
            return Duration.ofSeconds(((Number) seconds).longValue());
        } catch (SystemException | ReflectiveOperationException e) {
            return null;
        }
    }

    @Override
    public void markForRollback() {
        TransactionManager found = manager();
        if (found == null) {
            throw new IllegalStateException("There is no TransactionManager");
        }
        try {
            found.setRollbackOnly();
        } catch (SystemException e) {
            throw new IllegalStateException("The transaction could not be marked for rollback", e);
        }
    }

    private @Nullable TransactionManager manager() {
        TransactionManager found = manager;
        if (found == null) {
            found = JtaTransactionContext.lookUp(JtaTransactionContext.MANAGERS, TransactionManager.class);
            manager = found;
        }
        return found;
    }
}
