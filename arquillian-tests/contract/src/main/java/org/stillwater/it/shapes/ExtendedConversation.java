package org.stillwater.it.shapes;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Remove;
import jakarta.ejb.Stateful;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceContextType;
import org.stillwater.Writes;

/** Collects changes without a transaction and writes them all in one. */
@Stateful
@LocalBean
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ExtendedConversation {
    @PersistenceContext(type = PersistenceContextType.EXTENDED)
    private EntityManager em;

    public void collect(String text) {
        em.persist(new ShapeNote(text));
    }

    @Writes
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void save(Step step) throws Exception {
        em.joinTransaction();
        step.run();
    }

    @Remove
    public void end() {}
}
