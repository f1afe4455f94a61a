package org.stillwater.it.shapes;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import org.stillwater.Writes;

/** Declared writes in each kind of container-managed transaction. */
@Stateless
@LocalBean
@Writes
public class EjbClerk {
    public void required(Step step) throws Exception {
        step.run();
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void requiresNew(Step step) throws Exception {
        step.run();
    }

    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void notSupported(Step step) throws Exception {
        step.run();
    }

    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public void supports(Step step) throws Exception {
        step.run();
    }

    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void mandatory(Step step) throws Exception {
        step.run();
    }

    @TransactionAttribute(TransactionAttributeType.NEVER)
    public void never(Step step) throws Exception {
        step.run();
    }
}
