package org.stillwater.it.catalogue.persistence32;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.LockModeType;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.stillwater.it.catalogue.Entry;
import org.stillwater.it.catalogue.Section;
import org.stillwater.it.catalogue.Setting;
import org.stillwater.it.catalogue.Theme;
import org.stillwater.it.catalogue.Way;
import org.stillwater.it.catalogue.Where;
import org.stillwater.it.catalogue.model.Part;
import org.stillwater.it.catalogue.model.Supplier;

/**
 * Those of the entity manager are called on what it hands out, because the one that WildFly Preview 38 injects does not have
 * them yet (AbstractMethodError). Envers 7.1 cannot bear that stateless sessions insert what has collections, so those have
 * none.
 */
@Theme(Section.PERSISTENCE_32)
public enum Persistence32 implements Way {
    RUN_WITH_CONNECTION(
            "`runWithConnection`",
            em -> withConnection(em, "runWithConnection", "jakarta.persistence.ConnectionConsumer")),
    CALL_WITH_CONNECTION(
            "`callWithConnection`",
            em -> withConnection(em, "callWithConnection", "jakarta.persistence.ConnectionFunction")),
    RUN_IN_TRANSACTION(
            "`runInTransaction`, `persist`",
            em -> inTransaction(
                    em, "runInTransaction", Consumer.class, (Consumer<EntityManager>) own -> own.persist(new Part(3)))),
    CALL_IN_TRANSACTION(
            "`callInTransaction`, JPQL update",
            em -> inTransaction(em, "callInTransaction", Function.class, (Function<EntityManager, Integer>)
                    own -> own.createQuery("update Part set name = 'changed'").executeUpdate())),
    FIND_WITH_OPTION("`find` with a lock mode as an option", Persistence32::findWithOption),
    INSERT_MULTIPLE("`StatelessSession.insertMultiple`", em -> stateless(em, "insertMultiple", new Supplier(3))),
    UPDATE_MULTIPLE("`StatelessSession.updateMultiple`", em -> stateless(em, "updateMultiple", changed(em))),
    UPSERT_MULTIPLE("`StatelessSession.upsertMultiple`", em -> stateless(em, "upsertMultiple", new Supplier(3))),
    DELETE_MULTIPLE("`StatelessSession.deleteMultiple`", em -> stateless(em, "deleteMultiple", lonely(em)));

    private interface Work {
        void on(EntityManager em) throws ReflectiveOperationException;
    }

    private final Entry entry;

    Persistence32(String title, Work work) {
        Where where =
                Where.in(Setting.CONTAINER_MANAGED, Setting.BEAN_MANAGED, Setting.TRANSACTIONAL, Setting.DECLARED);
        entry = new Entry(title, where, tools -> {
            try {
                work.on(tools.em());
            } catch (InvocationTargetException e) {
                throw e.getCause() instanceof RuntimeException thrown
                        ? thrown
                        : new IllegalStateException(e.getCause());
            }
        });
    }

    @Override
    public Entry entry() {
        return entry;
    }

    private static void withConnection(EntityManager em, String method, String callback)
            throws ReflectiveOperationException {
        Class<?> type = Class.forName(callback, false, EntityManager.class.getClassLoader());
        Object update = Proxy.newProxyInstance(
                Persistence32.class.getClassLoader(), new Class<?>[] {type}, (proxy, called, arguments) -> {
                    update((Connection) arguments[0]);
                    return null;
                });
        call(EntityManager.class, em.unwrap(Session.class), method, type, update);
    }

    private static void update(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("update part set name = 'changed'");
        }
    }

    private static void inTransaction(EntityManager em, String method, Class<?> type, Object work)
            throws ReflectiveOperationException {
        call(EntityManagerFactory.class, em.getEntityManagerFactory(), method, type, work);
    }

    private static void findWithOption(EntityManager em) throws ReflectiveOperationException {
        Class<?> option = Class.forName("jakarta.persistence.FindOption", false, EntityManager.class.getClassLoader());
        Object options = Array.newInstance(option, 1);
        Array.set(options, 0, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        Method find = EntityManager.class.getMethod("find", Class.class, Object.class, options.getClass());
        find.invoke(em.unwrap(Session.class), Part.class, 1L, options);
    }

    private static Part changed(EntityManager em) {
        Part part = em.find(Part.class, 1L);
        em.detach(part);
        part.rename("changed");
        return part;
    }

    /** One that nothing refers to. */
    private static Part lonely(EntityManager em) {
        Part part = em.find(Part.class, 2L);
        em.detach(part);
        return part;
    }

    private static void stateless(EntityManager em, String method, Object entity) throws ReflectiveOperationException {
        try (StatelessSession session =
                em.getEntityManagerFactory().unwrap(SessionFactory.class).openStatelessSession()) {
            call(StatelessSession.class, session, method, List.class, List.of(entity));
        }
    }

    private static void call(Class<?> declaring, Object target, String method, Class<?> type, Object argument)
            throws ReflectiveOperationException {
        declaring.getMethod(method, type).invoke(target, argument);
    }
}
