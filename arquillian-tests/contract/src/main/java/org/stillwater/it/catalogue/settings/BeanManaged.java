package org.stillwater.it.catalogue.settings;

import jakarta.annotation.Resource;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import org.stillwater.it.catalogue.Way;

/** Transactions that the bean begins and commits by itself. */
@Stateless
@LocalBean
@TransactionManagement(TransactionManagementType.BEAN)
public class BeanManaged {
    @PersistenceContext(unitName = "catalogue")
    private EntityManager em;

    @Resource
    private UserTransaction transaction;

    @Inject
    private Toolbox toolbox;

    public void run(Way way) {
        Unchecked.call(() -> {
            transaction.begin();
            boolean done = false;
            try {
                toolbox.use(way, em);
                done = true;
            } finally {
                if (!done) {
                    transaction.rollback();
                }
            }
            transaction.commit();
            return null;
        });
    }
}
