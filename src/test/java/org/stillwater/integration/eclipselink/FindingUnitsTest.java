package org.stillwater.integration.eclipselink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.util.Map;
import org.eclipse.persistence.config.EntityManagerProperties;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.sessions.DatasourceLogin;
import org.eclipse.persistence.sessions.DefaultConnector;
import org.eclipse.persistence.sessions.JNDIConnector;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stillwater.integration.eclipselink.EclipseLinkFixture.Pool;
import org.stillwater.internal.jdbc.ConnectionGuard;
import org.stillwater.internal.runtime.ReadOnlyRuntime;

/** Units come when they like, and so do connections that are not those of their unit. */
class FindingUnitsTest {
    private static final String PARTS = "select count(*) from Part";

    private final EclipseLinkFixture eclipseLink = new EclipseLinkFixture(Pool.ECLIPSELINK);

    @AfterEach
    void close() {
        eclipseLink.close();
    }

    @Test
    void aConnectionThatEclipseLinkKeepsSinceBeforeTheLibraryIsGuarded() {
        EntityManager manager = eclipseLink.factory.createEntityManager();
        manager.getTransaction().begin();
        assertThat(ConnectionGuard.isGuarded(manager.unwrap(Connection.class))).isTrue();
        manager.getTransaction().rollback();
        manager.close();
    }

    /** Outside of a transaction nobody announces which connection is taken. */
    @Test
    void noQueryGoesThroughAConnectionThatEclipseLinkKeepsSinceBeforeTheLibrary() {
        eclipseLink.enterReadOnlyMode();
        EntityManager manager = eclipseLink.factory.createEntityManager();
        assertThatThrownBy(() -> manager.createNativeQuery(
                                "select id from final table (insert into Screw (id) values (1))")
                        .getResultList())
                .hasStackTraceContaining("is refused");
        manager.close();
        assertThat(eclipseLink.count("select count(*) from Screw")).isZero();
    }

    @ParameterizedTest
    @EnumSource(Pool.class)
    void aUnitThatComesLaterIsFoundBeforeAnyDrainEnds(Pool pool) {
        try (Closing later = new Closing(eclipseLink.unit("later", pool))) {
            later.factory().createEntityManager().close();
            eclipseLink.enterReadOnlyMode();
            assertThatThrownBy(() ->
                            EclipseLinkFixture.write(later.factory(), manager -> manager.persist(new Part(1, ""))))
                    .hasStackTraceContaining("'insert of Part' is refused");
            assertThat(eclipseLink.count(PARTS)).isZero();
            assertThat(ReadOnlyRuntime.guardLines())
                    .anySatisfy(line -> assertThat(line).startsWith("persistence unit 'later'"));
        }
        assertThat(ReadOnlyRuntime.guardLines()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Pool.class)
    void aUnitThatIsKnownBeforeItConnectsMakesNoTables(Pool pool) {
        try (Closing later =
                new Closing(eclipseLink.unit("later", pool, "eclipselink.ddl-generation=drop-and-create-tables"))) {
            eclipseLink.execute("insert into Part (id, version) values (1, 1)");
            eclipseLink.enterReadOnlyMode();
            assertThatThrownBy(() -> later.factory().createEntityManager())
                    .hasStackTraceContaining("is refused")
                    .hasStackTraceContaining("eclipselink.ddl-generation=drop-and-create-tables");
            assertThat(eclipseLink.count(PARTS)).isOne();
            eclipseLink.lift();
            later.factory().createEntityManager().close();
            assertThat(eclipseLink.count(PARTS)).isZero();
        }
    }

    @Test
    void aUnitThatHasMadeItsTablesBeforeIsNamed() {
        assertThatThrownBy(() -> {
                    eclipseLink.enterReadOnlyMode();
                    ReadOnlyRuntime.current().requireNothingWrittenBefore();
                })
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Persistence unit 'parts' has made its tables"
                        + " (jakarta.persistence.schema-generation.database.action=create)");
        eclipseLink.lift();
        ReadOnlyRuntime.current().requireNothingWrittenBefore();
    }

    @Test
    void anEntityManagerWithADataSourceOfItsOwnIsGuarded() {
        JdbcDataSource own = new JdbcDataSource();
        own.setURL(((DefaultConnector) login().getConnector()).getConnectionString());
        refusesWith(Map.of(EntityManagerProperties.NON_JTA_DATASOURCE, own));
    }

    @Test
    void anEntityManagerWithAUrlOfItsOwnIsGuarded() {
        String url = ((DefaultConnector) login().getConnector()).getConnectionString();
        refusesWith(Map.of(EntityManagerProperties.JDBC_URL, url + ";LOCK_TIMEOUT=1000"));
    }

    private void refusesWith(Map<String, Object> properties) {
        EntityManager manager = eclipseLink.factory.createEntityManager(properties);
        manager.getTransaction().begin();
        assertThat(ConnectionGuard.isGuarded(manager.unwrap(Connection.class))).isTrue();
        eclipseLink.enterReadOnlyMode();
        assertThatThrownBy(() -> manager.createNativeQuery("insert into Screw (id) values (1)")
                        .executeUpdate())
                .hasStackTraceContaining("is refused");
        manager.getTransaction().rollback();
        manager.close();
        assertThat(eclipseLink.count("select count(*) from Screw")).isZero();
    }

    @Test
    void aSessionIsLeftAsItWas() {
        try (Closing other = new Closing(eclipseLink.unit("other", Pool.DATA_SOURCE))) {
            other.factory().createEntityManager().close();
            AbstractSession session = other.factory().unwrap(ServerSession.class);
            int listeners = session.getEventManager().getListeners().size();
            GuardedUnit unit = new GuardedUnit("other", session);
            unit.attach();
            unit.guardConnections();
            assertThat(((DatasourceLogin) session.getDatasourceLogin()).getConnector())
                    .isInstanceOf(JNDIConnector.class)
                    .isNotExactlyInstanceOf(JNDIConnector.class);
            unit.detach();
            assertThat(session.getEventManager().getListeners()).hasSize(listeners);
            assertThat(((DatasourceLogin) session.getDatasourceLogin()).getConnector())
                    .isExactlyInstanceOf(JNDIConnector.class);
        }
    }

    private DatasourceLogin login() {
        return (DatasourceLogin) eclipseLink.factory.unwrap(ServerSession.class).getDatasourceLogin();
    }

    private record Closing(EntityManagerFactory factory) implements AutoCloseable {
        @Override
        public void close() {
            factory.close();
        }
    }
}
