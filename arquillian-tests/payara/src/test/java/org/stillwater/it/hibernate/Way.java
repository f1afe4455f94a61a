package org.stillwater.it.hibernate;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.criteria.CriteriaUpdate;
import java.util.function.Consumer;

/** A dozen ways in which an application may write, each within the transaction of its caller. */
enum Way {
    PERSIST(em -> em.persist(new Leaf(2))),
    PERSIST_IDENTITY(em -> em.persist(new Twig())),
    MERGE_NEW(em -> em.merge(new Leaf(2))),
    MERGE_DETACHED(em -> {
        Leaf leaf = leaf(em);
        em.detach(leaf);
        leaf.rename("changed");
        em.merge(leaf);
    }),
    REMOVE(em -> em.remove(leaf(em))),
    CHANGE_ATTRIBUTE(em -> leaf(em).rename("changed")),
    CHANGE_ELEMENT_COLLECTION(em -> leaf(em).tags().add("changed")),
    CHANGE_AND_FLUSH(em -> {
        leaf(em).rename("changed");
        em.flush();
    }),
    CHANGE_AND_QUERY(em -> {
        leaf(em).rename("changed");
        em.createQuery("select l from Leaf l", Leaf.class).getResultList();
    }),
    JPQL_UPDATE(em -> em.createQuery("update Leaf set name = 'changed'").executeUpdate()),
    JPQL_DELETE(em -> em.createQuery("delete from Leaf").executeUpdate()),
    CRITERIA_UPDATE(em -> {
        CriteriaUpdate<Leaf> update = em.getCriteriaBuilder().createCriteriaUpdate(Leaf.class);
        update.from(Leaf.class);
        em.createQuery(update.set("name", "changed")).executeUpdate();
    }),
    NATIVE_UPDATE(em -> em.createNativeQuery("update Leaf set name = 'changed'").executeUpdate()),
    NATIVE_CTE(em -> em.createNativeQuery(
                    "with gone as (update Leaf set name = 'changed' returning id) select id from gone")
            .getResultList()),
    FORCE_INCREMENT(em -> em.lock(leaf(em), LockModeType.PESSIMISTIC_FORCE_INCREMENT));

    private final Consumer<EntityManager> work;

    Way(Consumer<EntityManager> work) {
        this.work = work;
    }

    void write(EntityManager em) {
        work.accept(em);
    }

    private static Leaf leaf(EntityManager em) {
        return em.find(Leaf.class, 1L);
    }
}
