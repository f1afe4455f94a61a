package org.stillwater.it.catalogue.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import org.stillwater.it.catalogue.Way;

/** Transactions of the interceptor, and none. */
@ApplicationScoped
public class TransactionalBean {
    @PersistenceContext(unitName = "catalogue")
    private EntityManager em;

    @Inject
    private Toolbox toolbox;

    @Transactional
    public void run(Way way) {
        toolbox.use(way, em);
    }

    public void runWithout(Way way) {
        toolbox.use(way, em);
    }

    public void runWithoutOnGuardedDataSource(Way way) {
        toolbox.useGuarded(way, em);
    }
}
