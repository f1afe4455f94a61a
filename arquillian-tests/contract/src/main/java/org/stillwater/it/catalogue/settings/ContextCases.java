package org.stillwater.it.catalogue.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.persistence.PersistenceUnit;
import java.util.function.Consumer;
import org.stillwater.it.catalogue.Way;
import org.stillwater.it.catalogue.model.Part;

/** Contexts that hold a change before they have a transaction to write it in. */
@ApplicationScoped
public class ContextCases {
    @PersistenceUnit(unitName = "catalogue")
    private EntityManagerFactory factory;

    @Inject
    private Instance<Conversation> conversations;

    @Inject
    private OwnContexts contexts;

    @Inject
    private ResourceLocal local;

    /** Collects something without a transaction, and saves it in one. */
    public void converse(Consumer<Conversation> collecting) {
        Conversation conversation = conversations.get();
        try {
            collecting.accept(conversation);
            conversation.save();
        } catch (RuntimeException e) {
            Conversation.endIfThere(conversation);
            throw e;
        }
        conversation.end();
    }

    public OwnContexts contexts() {
        return contexts;
    }

    public void changeThenJoin() {
        try (EntityManager em = factory.createEntityManager()) {
            em.find(Part.class, 1L).rename("changed");
            contexts.join(em);
        }
    }

    /** By a factory that nobody has injected. */
    public void runWithOwnFactory(Way way) {
        try (EntityManagerFactory own = Persistence.createEntityManagerFactory("local")) {
            local.run(own, way);
        }
    }
}
