package org.stillwater.it.transactions;

import jakarta.annotation.Resource;
import jakarta.ejb.LocalBean;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.stillwater.it.Gate;

/** Callers whose container transaction is still open after the method that writes has returned. */
@Stateless
@LocalBean
public class Callers {
    @Inject
    private Notes notes;

    @Inject
    private Gate gate;

    @Resource
    private SessionContext context;

    @Resource
    private TransactionSynchronizationRegistry transactions;

    public void holdAfterTheWrite() {
        notes.add("written");
        gate.hold();
    }

    public void holdBeforeCompletion() {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                gate.hold();
            }

            @Override
            public void afterCompletion(int status) {
                if (status != Status.STATUS_COMMITTED) {
                    throw new IllegalStateException("Status " + status);
                }
            }
        });
        notes.add("written");
    }

    public void holdThenWriteInAnotherTransaction() {
        notes.add("outer");
        gate.hold();
        notes.addInATransactionOfItsOwn("inner");
    }

    public void holdMarkedForRollback() {
        context.setRollbackOnly();
        notes.addNothing();
        gate.hold();
    }
}
