package org.stillwater.it.hibernate;

import jakarta.annotation.Resource;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** Declares nothing: here the guards below the method are alone. */
@Stateless
@LocalBean
public class PlainShop implements Shop {
    @PersistenceContext
    private EntityManager em;

    @Resource
    private TransactionSynchronizationRegistry transactions;

    @Override
    public void change() {
        Work.change(em);
    }

    @Override
    public String look() {
        return Work.look(em);
    }

    @Override
    public void readAndWrite(Runnable between) {
        Work.readAndWrite(em, between);
    }

    @Override
    public void flushAndHold(Runnable hold) {
        Work.flushAndHold(em, hold);
    }

    @Override
    public void changeAndHoldCommit(Runnable hold) {
        Work.changeAndHoldCommit(em, transactions, hold);
    }
}
