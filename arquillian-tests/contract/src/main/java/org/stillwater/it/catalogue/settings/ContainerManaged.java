package org.stillwater.it.catalogue.settings;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.stillwater.it.catalogue.Way;

/** Transactions of the container. */
@Stateless
@LocalBean
public class ContainerManaged {
    @PersistenceContext(unitName = "catalogue")
    private EntityManager em;

    @Inject
    private Toolbox toolbox;

    public void run(Way way) {
        toolbox.use(way, em);
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void runInNew(Way way) {
        toolbox.use(way, em);
    }

    public void runOnGuardedDataSource(Way way) {
        toolbox.useGuarded(way, em);
    }

    public void runOnProviderConnection(Way way) {
        toolbox.useOfProvider(way, em);
    }
}
