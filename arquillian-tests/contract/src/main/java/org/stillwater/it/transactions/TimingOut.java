package org.stillwater.it.transactions;

import jakarta.annotation.Resource;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import org.stillwater.it.Gate;

/** Holds a transaction for longer than it may live, so that another thread rolls it back. */
@Stateless
@LocalBean
@TransactionManagement(TransactionManagementType.BEAN)
public class TimingOut {
    @Inject
    private Notes notes;

    @Inject
    private Gate gate;

    @Resource
    private UserTransaction transaction;

    public void holdAfterTheWrite() {
        try {
            transaction.setTransactionTimeout(5);
            transaction.begin();
            notes.add("late");
            gate.hold();
            transaction.commit();
        } catch (NotSupportedException
                | SystemException
                | RollbackException
                | HeuristicMixedException
                | HeuristicRollbackException e) {
            throw new IllegalStateException(e);
        }
    }
}
