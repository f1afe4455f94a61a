package org.stillwater.it.hibernate;

import jakarta.persistence.EntityManager;
import java.util.Objects;

/** What both shops do. */
final class Work {
    private Work() {}

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
}
