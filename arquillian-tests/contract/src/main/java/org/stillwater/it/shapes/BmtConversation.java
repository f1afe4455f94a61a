package org.stillwater.it.shapes;

import jakarta.annotation.Resource;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Remove;
import jakarta.ejb.Stateful;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.transaction.UserTransaction;
import org.stillwater.Writes;

/** A transaction that stays open from one call to the next; in between, it belongs to no thread. */
@Stateful
@LocalBean
@TransactionManagement(TransactionManagementType.BEAN)
public class BmtConversation {
    @Resource
    private UserTransaction transaction;

    public void begin() throws Exception {
        transaction.begin();
    }

    @Writes
    public void write(Step step) throws Exception {
        step.run();
    }

    @Remove
    public void end() {}

    public void commit() throws Exception {
        transaction.commit();
    }
}
