package org.stillwater.it.rest;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** Writes when the current transaction is about to commit, as a last flush does. */
@Dependent
public class LateWrite {
    @Resource
    private TransactionSynchronizationRegistry transactions;

    @Inject
    private Guarded guarded;

    void arrange() {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                guarded.write();
            }

            @Override
            public void afterCompletion(int status) {}
        });
    }
}
