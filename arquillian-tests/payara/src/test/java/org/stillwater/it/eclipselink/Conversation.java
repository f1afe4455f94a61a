package org.stillwater.it.eclipselink;

import jakarta.ejb.Stateful;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceContextType;

/** An entity manager that outlives its transactions, and what was changed between them. */
@Stateful
@ApplicationScoped
public class Conversation {
    @PersistenceContext(unitName = "shop", type = PersistenceContextType.EXTENDED)
    private EntityManager em;

    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public String rename() {
        em.clear();
        em.find(Part.class, 1L).rename("in a conversation");
        return "renamed";
    }

    public String save() {
        em.joinTransaction();
        return "written";
    }
}
