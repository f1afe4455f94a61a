package org.stillwater.it.shapes;

import jakarta.annotation.Resource;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.transaction.UserTransaction;
import org.stillwater.Writes;

/** Transactions that a bean begins and commits by itself. */
@Stateless
@LocalBean
@TransactionManagement(TransactionManagementType.BEAN)
public class BmtClerk {
    @Resource
    private UserTransaction transaction;

    /** A declared write around the transactions. */
    @Writes
    public void declared(Step... steps) throws Exception {
        for (Step step : steps) {
            inTransaction(0, step);
        }
    }

    /** @param timeout in seconds, 0 for the server's own */
    public void inTransaction(int timeout, Step step) throws Exception {
        transaction.setTransactionTimeout(timeout);
        transaction.begin();
        // It would hold for every other one of this thread, too.
        transaction.setTransactionTimeout(0);
        boolean done = false;
        try {
            step.run();
            done = true;
        } finally {
            if (done) {
                transaction.commit();
            } else {
                transaction.rollback();
            }
        }
    }

    public void markedForRollback(Step before, Step after) throws Exception {
        transaction.begin();
        try {
            before.run();
            transaction.setRollbackOnly();
            after.run();
        } finally {
            transaction.rollback();
        }
    }
}
