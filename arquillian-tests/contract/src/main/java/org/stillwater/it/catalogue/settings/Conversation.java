package org.stillwater.it.catalogue.settings;

import jakarta.ejb.LocalBean;
import jakarta.ejb.NoSuchEJBException;
import jakarta.ejb.Remove;
import jakarta.ejb.Stateful;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceContextType;
import org.stillwater.it.catalogue.Way;
import org.stillwater.it.catalogue.model.Part;

/** A context that outlives its transactions. */
@Stateful
@LocalBean
public class Conversation {
    @PersistenceContext(unitName = "catalogue", type = PersistenceContextType.EXTENDED)
    private EntityManager em;

    @Inject
    private Toolbox toolbox;

    public void run(Way way) {
        toolbox.use(way, em);
    }

    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void change() {
        em.find(Part.class, 1L).rename("changed");
    }

    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void collect() {
        em.persist(new Part(3));
    }

    public void save() {
        em.joinTransaction();
    }

    @Remove
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void end() {}

    /** Some exceptions have ended it already. */
    static void endIfThere(Conversation conversation) {
        try {
            conversation.end();
        } catch (NoSuchEJBException e) {
            // so much the better
        }
    }
}
