package org.stillwater.integration.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stillwater.ReadOnlyModeException;
import org.stillwater.internal.gate.OpenPermit;
import org.stillwater.internal.runtime.ReadOnlyRuntime;
import org.stillwater.internal.window.EnterResult.Outcome;

/** Where there is no JTA, the connection owns the permit. */
class UndeclaredWriteTest {
    private final HibernateFixture hibernate = new HibernateFixture();

    @AfterEach
    void close() {
        hibernate.close();
    }

    @Test
    void holdsTheDrainUntilItIsCommitted() {
        try (Session session = hibernate.factory.openSession()) {
            session.beginTransaction();
            session.persist(new Part(1, "first"));
            session.flush();
            assertThat(ReadOnlyRuntime.current().admission().openPermits())
                    .singleElement()
                    .extracting(OpenPermit::what)
                    .asString()
                    .startsWith("insert into Part");

            assertThat(hibernate.enterReadOnlyMode(Duration.ofMillis(50)).outcome())
                    .isEqualTo(Outcome.DRAIN_TIMED_OUT);
            session.getTransaction().commit();
        }
        hibernate.enterReadOnlyMode();
        assertThat(hibernate.count("select count(*) from Part")).isOne();
    }

    @Test
    void holdsTheDrainUntilItIsRolledBack() {
        try (Session session = hibernate.factory.openSession()) {
            session.beginTransaction();
            session.persist(new Part(1, "first"));
            session.flush();
            session.getTransaction().rollback();
        }
        assertThat(ReadOnlyRuntime.current().admission().openPermits()).isEmpty();
    }

    @Test
    void writesOnWhileDraining() throws Exception {
        try (Session session = hibernate.factory.openSession()) {
            session.beginTransaction();
            session.persist(new Part(1, "first"));
            session.flush();
            Thread operator = new Thread(hibernate::enterReadOnlyMode);
            operator.start();
            org.awaitility.Awaitility.await()
                    .until(() -> ReadOnlyRuntime.current().state().mode() == org.stillwater.AccessMode.DRAINING);
            session.persist(new Part(2, "second"));
            session.getTransaction().commit();
            operator.join();
        }
        assertThat(hibernate.count("select count(*) from Part")).isEqualTo(2);
    }

    @Test
    void countsAutocommittedWritesUntilTheConnectionIsGivenBack() {
        try (Session session = hibernate.factory.openSession()) {
            session.doWork(connection -> {
                connection.setAutoCommit(true);
                try (var statement = connection.createStatement()) {
                    statement.executeUpdate("insert into Screw (id) values (1)");
                }
                assertThat(ReadOnlyRuntime.current().admission().openPermits()).hasSize(1);
            });
        }
        assertThat(ReadOnlyRuntime.current().admission().openPermits()).isEmpty();
    }

    @Test
    void refusesAStatementThatWasPreparedBeforeTheWindow() {
        try (Session session = hibernate.factory.openSession()) {
            session.doWork(connection -> {
                connection.setAutoCommit(false);
                try (PreparedStatement prepared = connection.prepareStatement("insert into Screw (id) values (1)")) {
                    connection.rollback();
                    hibernate.enterReadOnlyMode();
                    assertThatThrownBy(prepared::executeUpdate).isInstanceOf(ReadOnlyModeException.class);
                }
            });
        }
    }

    @Test
    void aTransactionThatReadDuringTheWindowWritesNoMoreAfterIt() {
        hibernate.enterReadOnlyMode();
        try (Session session = hibernate.factory.openSession()) {
            session.beginTransaction();
            session.createQuery("from Part", Part.class).list();
            hibernate.lift();
            assertThatThrownBy(() -> session.createMutationQuery("delete Screw").executeUpdate())
                    .isInstanceOf(ReadOnlyModeException.class)
                    .hasMessageContaining("its transaction is read-only");
            session.getTransaction().rollback();
            session.beginTransaction();
            session.createMutationQuery("delete Screw").executeUpdate();
            session.getTransaction().commit();
        }
    }

    @Test
    void readingTakesNoPermit() {
        try (Session session = hibernate.factory.openSession()) {
            session.beginTransaction();
            session.createQuery("from Part", Part.class).list();
            assertThat(ReadOnlyRuntime.current().admission().openPermits()).isEmpty();
            hibernate.enterReadOnlyMode();
            session.getTransaction().commit();
        }
    }

    @Test
    void aConnectionIsNotUnwrappedUnseen() {
        hibernate.enterReadOnlyMode();
        try (Session session = hibernate.factory.openSession()) {
            session.doWork(connection -> {
                assertThat(connection.unwrap(Connection.class)).isSameAs(connection);
                assertThatThrownBy(() -> connection.unwrap(org.h2.jdbc.JdbcConnection.class))
                        .isInstanceOf(ReadOnlyModeException.class);
            });
        }
    }
}
