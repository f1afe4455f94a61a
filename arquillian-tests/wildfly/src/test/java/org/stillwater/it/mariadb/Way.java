package org.stillwater.it.mariadb;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.function.Consumer;
import org.hibernate.Session;

/** The ways in which an application may write, each within the transaction of its caller. */
enum Way {
    PERSIST(em -> em.persist(new Bolt("new"))),
    CHANGE(em -> first(em).name = "changed"),
    REMOVE(em -> em.remove(first(em))),
    JPQL(em -> em.createQuery("update Bolt b set b.name = 'changed'").executeUpdate()),
    NATIVE(em -> em.createNativeQuery("update Bolt set name = 'changed'").executeUpdate()),
    FUNCTION(em -> em.createNativeQuery("select write_bolt()").getSingleResult()),
    PROCEDURE(em -> em.createStoredProcedureQuery("write_bolt_by_procedure").execute()),
    LOCK(em -> em.createQuery("select b from Bolt b", Bolt.class)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultList()),
    JDBC(em -> em.unwrap(Session.class).doWork(connection -> {
        try (var statement = connection.createStatement()) {
            statement.execute("update Bolt set name = 'changed'");
        }
    })),
    ESCAPE(em -> em.createNativeQuery("set session transaction read write").executeUpdate());

    private final Consumer<EntityManager> work;

    Way(Consumer<EntityManager> work) {
        this.work = work;
    }

    void write(EntityManager em) {
        work.accept(em);
    }

    private static Bolt first(EntityManager em) {
        return em.createQuery("select b from Bolt b order by b.id", Bolt.class)
                .setMaxResults(1)
                .getSingleResult();
    }
}
