package org.stillwater.integration.eclipselink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.stillwater.AccessMode;
import org.stillwater.integration.eclipselink.EclipseLinkFixture.Pool;
import org.stillwater.internal.gate.OpenPermit;
import org.stillwater.internal.runtime.ReadOnlyRuntime;
import org.stillwater.internal.window.EnterResult.Outcome;

/** Where there is no JTA, the connection owns the permit, whether or not it is given back. */
@ParameterizedClass
@EnumSource(Pool.class)
class UndeclaredWriteTest {
    private final EclipseLinkFixture eclipseLink;
    private final EntityManager manager;

    UndeclaredWriteTest(Pool pool) {
        eclipseLink = new EclipseLinkFixture(pool, "eclipselink.jdbc.cache-statements=true");
        manager = eclipseLink.factory.createEntityManager();
    }

    @AfterEach
    void close() {
        if (manager.getTransaction().isActive()) {
            manager.getTransaction().rollback();
        }
        manager.close();
        eclipseLink.close();
    }

    @Test
    void holdsTheDrainUntilItIsCommitted() {
        manager.getTransaction().begin();
        manager.persist(new Part(1, "first"));
        manager.flush();
        assertThat(ReadOnlyRuntime.current().admission().openPermits())
                .singleElement()
                .extracting(OpenPermit::what)
                .asString()
                .startsWithIgnoringCase("insert into Part");
        assertThat(eclipseLink.enterReadOnlyMode(Duration.ofMillis(50)).outcome())
                .isEqualTo(Outcome.DRAIN_TIMED_OUT);
        manager.getTransaction().commit();
        eclipseLink.enterReadOnlyMode();
        assertThat(eclipseLink.count("select count(*) from Part")).isOne();
    }

    @Test
    void holdsTheDrainUntilItIsRolledBack() {
        manager.getTransaction().begin();
        manager.persist(new Part(1, "first"));
        manager.flush();
        manager.getTransaction().rollback();
        assertThat(ReadOnlyRuntime.current().admission().openPermits()).isEmpty();
    }

    @Test
    void writesOnWhileDraining() throws Exception {
        manager.getTransaction().begin();
        manager.persist(new Part(1, "first"));
        manager.flush();
        Thread operator = new Thread(eclipseLink::enterReadOnlyMode);
        operator.start();
        Awaitility.await().until(() -> ReadOnlyRuntime.current().state().mode() == AccessMode.DRAINING);
        manager.persist(new Part(2, "second"));
        manager.getTransaction().commit();
        operator.join();
        assertThat(eclipseLink.count("select count(*) from Part")).isEqualTo(2);
    }

    @Test
    void aWriteOutsideOfATransactionIsOverWithItsStatement() {
        manager.unwrap(ServerSession.class).executeNonSelectingSQL("insert into Screw (id) values (1)");
        assertThat(ReadOnlyRuntime.current().admission().openPermits()).isEmpty();
        assertThat(ReadOnlyRuntime.current().admission().isAdmitted()).isFalse();
    }

    @Test
    void aSequenceThatIsAskedOutsideOfATransactionIsOverWithItsRows() {
        manager.persist(new Generated.BySequence());
        eclipseLink.enterReadOnlyMode();
        assertThat(ReadOnlyRuntime.current().admission().isAdmitted()).isFalse();
    }

    @Test
    void aTransactionThatReadDuringTheWindowWritesNoMoreAfterIt() {
        eclipseLink.enterReadOnlyMode();
        manager.getTransaction().begin();
        manager.unwrap(Connection.class);
        manager.createQuery("select p from Part p", Part.class).getResultList();
        eclipseLink.lift();
        assertThatThrownBy(() -> manager.createQuery("delete from Screw").executeUpdate())
                .hasStackTraceContaining("its transaction is read-only");
        manager.getTransaction().rollback();
        manager.getTransaction().begin();
        manager.createQuery("delete from Screw").executeUpdate();
        manager.getTransaction().commit();
    }

    @Test
    void readingTakesNoPermit() {
        manager.getTransaction().begin();
        manager.createQuery("select p from Part p", Part.class).getResultList();
        manager.createNativeQuery("select name from Part").getResultList();
        assertThat(ReadOnlyRuntime.current().admission().openPermits()).isEmpty();
        eclipseLink.enterReadOnlyMode();
        manager.getTransaction().commit();
    }
}
