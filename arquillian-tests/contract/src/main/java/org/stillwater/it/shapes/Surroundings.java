package org.stillwater.it.shapes;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;

/** Container transactions of callers that declare no write. */
@Stateless
@LocalBean
public class Surroundings {
    public void inTransaction(Step step) throws Exception {
        step.run();
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void inAnotherTransaction(Step step) throws Exception {
        step.run();
    }
}
