package org.stillwater.it.hibernate;

import jakarta.persistence.EntityManager;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Objects;

/** What both shops do. */
final class Work {
    private Work() {}

    static void change(EntityManager em) {
        em.find(Part.class, 1L).name = "changed";
    }

    static String look(EntityManager em) {
        Object first = show(em);
        Part part = em.find(Part.class, 1L);
        long parts = em.createQuery("select count(p) from Part p", Long.class).getSingleResult();
        Object reading = em.createNativeQuery("select read_notes()").getSingleResult();
        Object mark = em.getProperties().get("org.stillwater.readOnly");
        return String.join(
                " ",
                Objects.toString(first),
                Objects.toString(show(em)),
                "name=" + part.name,
                "screws=" + part.screws.size(),
                "parts=" + parts,
                "notes=" + reading,
                "mark=" + mark);
    }

    private static Object show(EntityManager em) {
        return em.createNativeQuery("show transaction_read_only").getSingleResult();
    }

    static void readAndWrite(EntityManager em, Runnable between) {
        em.createQuery("select count(p) from Part p").getSingleResult();
        between.run();
        em.createNativeQuery("update Part set name = 'changed'").executeUpdate();
    }

    static void flushAndHold(EntityManager em, Runnable hold) {
        em.find(Part.class, 1L).name = "held";
        em.flush();
        hold.run();
    }

    static void changeAndHoldCommit(EntityManager em, TransactionSynchronizationRegistry transactions, Runnable hold) {
        em.find(Part.class, 1L).name = "held";
        // Hibernate has registered its flush already, so this one comes after it
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                hold.run();
            }

            @Override
            public void afterCompletion(int status) {}
        });
    }
}
