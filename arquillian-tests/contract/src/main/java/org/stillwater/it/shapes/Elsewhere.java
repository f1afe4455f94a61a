package org.stillwater.it.shapes;

import jakarta.annotation.Resource;
import jakarta.ejb.AsyncResult;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedTask;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.stillwater.Writes;

/** Writes on other threads than that of the caller. */
@Stateless
@LocalBean
public class Elsewhere {
    @Resource
    private ManagedExecutorService executor;

    @Resource
    private ContextService contexts;

    /** The container calls it on a thread of its own, in a transaction of its own. */
    @Writes
    @Asynchronous
    public Future<String> asynchronously(Step step) throws Exception {
        step.run();
        return new AsyncResult<>("done");
    }

    /** On a thread of the container, which runs the whole step. */
    @Asynchronous
    public Future<String> onContainerThread(Step step) throws Exception {
        step.run();
        return new AsyncResult<>("done");
    }

    /** On a pooled thread, without the transaction of the caller. */
    public void submit(Step step) throws Exception {
        executor.submit(() -> Step.unchecked(step)).get();
    }

    /** On a pooled thread, which is handed the transaction of the caller. */
    public void submitWithTransaction(Step step) throws Exception {
        TransactionManager manager = manager();
        Transaction transaction = manager.suspend();
        try {
            submit(() -> {
                manager.resume(transaction);
                try {
                    step.run();
                } finally {
                    manager.suspend();
                }
            });
        } finally {
            manager.resume(transaction);
        }
    }

    /** On the thread of the caller, in its transaction; without the property, the transaction would be suspended. */
    public void inContext(Step step) {
        Runnable task = () -> Step.unchecked(step);
        contexts.createContextualProxy(
                        task,
                        Map.of(ManagedTask.TRANSACTION, ManagedTask.USE_TRANSACTION_OF_EXECUTION_THREAD),
                        Runnable.class)
                .run();
    }

    /** Returns at once; the row is written later, by another thread. */
    @Writes
    public CompletionStage<Void> later(Step step) {
        return CompletableFuture.runAsync(() -> Step.unchecked(step), executor);
    }

    static TransactionManager manager() {
        for (String name : new String[] {"java:jboss/TransactionManager", "java:appserver/TransactionManager"}) {
            try {
                return InitialContext.doLookup(name);
            } catch (NamingException e) {
                // the other server
            }
        }
        throw new IllegalStateException("No transaction manager");
    }
}
