package org.stillwater.it.persistence32;

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

/**
 * The new ways to write, each within the transaction of its caller. Those of the entity manager are called on what it hands
 * out, because the one that WildFly Preview 38 injects does not have them yet (AbstractMethodError).
 */
enum NewWay {
    RUN_WITH_CONNECTION(em -> withConnection(em, "runWithConnection", "jakarta.persistence.ConnectionConsumer")),
    CALL_WITH_CONNECTION(em -> withConnection(em, "callWithConnection", "jakarta.persistence.ConnectionFunction")),
    RUN_IN_TRANSACTION(em -> call(
            EntityManagerFactory.class, em.getEntityManagerFactory(), "runInTransaction", Consumer.class, (Consumer<
                            EntityManager>)
                    own -> own.persist(new Line(2)))),
    CALL_IN_TRANSACTION(em -> call(
            EntityManagerFactory.class, em.getEntityManagerFactory(), "callInTransaction", Function.class, (Function<
                            EntityManager, Integer>)
                    own -> own.createQuery("update Line set text = 'changed'").executeUpdate())),
    FIND_WITH_OPTION(NewWay::findWithOption),
    INSERT_MULTIPLE(em -> stateless(em, "insertMultiple", new Line(2))),
    UPDATE_MULTIPLE(em -> stateless(em, "updateMultiple", changed(em))),
    UPSERT_MULTIPLE(em -> stateless(em, "upsertMultiple", new Line(2))),
    DELETE_MULTIPLE(em -> stateless(em, "deleteMultiple", changed(em)));

    private interface Work {
        void on(EntityManager em) throws ReflectiveOperationException;
    }

    private final Work work;

    NewWay(Work work) {
        this.work = work;
    }

    void write(EntityManager em) {
        try {
            work.on(em);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException thrown ? thrown : new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void withConnection(EntityManager em, String method, String callback)
            throws ReflectiveOperationException {
        Class<?> type = Class.forName(callback, false, EntityManager.class.getClassLoader());
        Object update = Proxy.newProxyInstance(
                NewWay.class.getClassLoader(), new Class<?>[] {type}, (proxy, called, arguments) -> {
                    update((Connection) arguments[0]);
                    return null;
                });
        call(EntityManager.class, em.unwrap(Session.class), method, type, update);
    }

    private static void update(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("update Line set text = 'changed'");
        }
    }

    /** A lock mode is one of the options. */
    private static void findWithOption(EntityManager em) throws ReflectiveOperationException {
        Class<?> option = Class.forName("jakarta.persistence.FindOption", false, EntityManager.class.getClassLoader());
        Object options = Array.newInstance(option, 1);
        Array.set(options, 0, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        Method find = EntityManager.class.getMethod("find", Class.class, Object.class, options.getClass());
        find.invoke(em.unwrap(Session.class), Line.class, 1L, options);
    }

    private static Line changed(EntityManager em) {
        Line line = em.find(Line.class, 1L);
        em.detach(line);
        line.text = "changed";
        return line;
    }

    private static void stateless(EntityManager em, String method, Line line) throws ReflectiveOperationException {
        try (StatelessSession session =
                em.getEntityManagerFactory().unwrap(SessionFactory.class).openStatelessSession()) {
            call(StatelessSession.class, session, method, List.class, List.of(line));
        }
    }

    private static void call(Class<?> declaring, Object target, String method, Class<?> type, Object argument)
            throws ReflectiveOperationException {
        declaring.getMethod(method, type).invoke(target, argument);
    }
}
