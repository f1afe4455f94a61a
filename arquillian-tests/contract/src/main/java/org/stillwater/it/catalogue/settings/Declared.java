package org.stillwater.it.catalogue.settings;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.stillwater.Writes;
import org.stillwater.it.catalogue.Way;

/** Says that it writes. All others say nothing. */
@Stateless
@LocalBean
public class Declared {
    @PersistenceContext(unitName = "catalogue")
    private EntityManager em;

    @Inject
    private Toolbox toolbox;

    @Writes
    public void run(Way way) {
        toolbox.use(way, em);
    }
}
