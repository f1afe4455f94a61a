package org.stillwater.it.eclipselink;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ParameterMode;
import jakarta.persistence.criteria.CriteriaDelete;
import jakarta.persistence.criteria.CriteriaUpdate;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import org.eclipse.persistence.sessions.UnitOfWork;
import org.eclipse.persistence.sessions.server.ServerSession;

/** The ways in which an application may write, each within the transaction of its caller. */
enum Way {
    PERSIST_IDENTITY(em -> em.persist(new ByIdentity())),
    PERSIST_SEQUENCE(em -> em.persist(new BySequence())),
    PERSIST_SEQUENCE_IN_STOCK(em -> em.persist(new Screw())),
    PERSIST_TABLE(em -> em.persist(new ByTable())),
    PERSIST_UUID(em -> em.persist(new ByUuid())),
    REMOVE(em -> em.remove(part(em))),
    CHANGE_ATTRIBUTE(em -> part(em).rename("changed")),
    CHANGE_EMBEDDABLE(em -> part(em).size().widen()),
    CHANGE_ELEMENT_COLLECTION(em -> part(em).tags().add("changed")),
    CHANGE_ONE_TO_MANY(em -> part(em).screws().add(new Screw())),
    CLEAR_ONE_TO_MANY(em -> part(em).screws().clear()),
    CHANGE_AND_FLUSH(em -> {
        part(em).rename("changed");
        em.flush();
    }),
    CHANGE_AND_QUERY(em -> {
        part(em).rename("changed");
        em.createQuery("select p from Part p", Part.class).getResultList();
    }),
    MERGE(em -> {
        Part part = part(em);
        em.detach(part);
        part.rename("changed");
        em.merge(part);
    }),
    MERGE_NEW(em -> em.merge(new Part(2))),
    JPQL_UPDATE(em -> em.createQuery("update Part p set p.name = 'changed'").executeUpdate()),
    JPQL_DELETE(em -> em.createQuery("delete from ByUuid").executeUpdate()),
    CRITERIA_UPDATE(em -> {
        CriteriaUpdate<Part> update = em.getCriteriaBuilder().createCriteriaUpdate(Part.class);
        update.from(Part.class);
        em.createQuery(update.set("name", "changed")).executeUpdate();
    }),
    CRITERIA_DELETE(em -> {
        CriteriaDelete<ByUuid> delete = em.getCriteriaBuilder().createCriteriaDelete(ByUuid.class);
        delete.from(ByUuid.class);
        em.createQuery(delete).executeUpdate();
    }),
    NATIVE_UPDATE(em -> em.createNativeQuery("update Part set name = 'changed'").executeUpdate()),
    NATIVE_CTE(em -> em.createNativeQuery(
                    "with gone as (update Part set name = 'changed' returning id) select id from gone")
            .getResultList()),
    NATIVE_FUNCTION(
            em -> em.createNativeQuery("select write_note('by a function')").getSingleResult()),
    NATIVE_ESCAPE(em -> em.createNativeQuery("set transaction read write").executeUpdate()),
    STORED_PROCEDURE(em -> em.createStoredProcedureQuery("write_by_procedure")
            .registerStoredProcedureParameter(1, String.class, ParameterMode.IN)
            .setParameter(1, "by a procedure")
            .execute()),
    JDBC_STATEMENT(em -> jdbc(em, connection -> execute(connection, "update Part set name = 'changed'"))),
    JDBC_PREPARED(em -> jdbc(em, connection -> {
        try (PreparedStatement statement = connection.prepareStatement("update Part set name = ?")) {
            statement.setString(1, "changed");
            statement.executeUpdate();
        }
    })),
    JDBC_FUNCTION(em -> jdbc(em, connection -> execute(connection, "select write_note('by a function')"))),
    JDBC_DO(em -> jdbc(em, connection -> execute(connection, "do $$ begin update Part set name = 'changed'; end $$"))),
    UNIT_OF_WORK(em -> {
        UnitOfWork work = em.unwrap(UnitOfWork.class);
        ((Part) work.readObject(Part.class)).rename("changed");
        work.writeChanges();
    }),
    SERVER_SESSION(em -> em.getEntityManagerFactory()
            .unwrap(ServerSession.class)
            .executeNonSelectingSQL("update Part set name = 'changed'")),
    FIND_PESSIMISTIC_WRITE(em -> notNull(em.find(Part.class, 1L, LockModeType.PESSIMISTIC_WRITE))),
    FIND_PESSIMISTIC_READ(em -> notNull(em.find(Part.class, 1L, LockModeType.PESSIMISTIC_READ))),
    LOCK_PESSIMISTIC_WRITE(em -> em.lock(part(em), LockModeType.PESSIMISTIC_WRITE)),
    FIND_FORCE_INCREMENT(em -> notNull(em.find(Part.class, 1L, LockModeType.PESSIMISTIC_FORCE_INCREMENT))),
    FIND_OPTIMISTIC_FORCE_INCREMENT(em -> notNull(em.find(Part.class, 1L, LockModeType.OPTIMISTIC_FORCE_INCREMENT)));

    private final Consumer<EntityManager> work;

    Way(Consumer<EntityManager> work) {
        this.work = work;
    }

    void write(EntityManager em) {
        work.accept(em);
    }

    private static Part part(EntityManager em) {
        return notNull(em.find(Part.class, 1L));
    }

    private static <T> T notNull(T found) {
        if (found == null) {
            throw new AssertionError("A row that is there was not found");
        }
        return found;
    }

    private interface Jdbc {
        void work(Connection connection) throws SQLException;
    }

    private static void jdbc(EntityManager em, Jdbc work) {
        try {
            work.work(em.unwrap(Connection.class));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
