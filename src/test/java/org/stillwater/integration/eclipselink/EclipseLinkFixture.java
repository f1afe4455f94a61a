package org.stillwater.integration.eclipselink;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.h2.jdbcx.JdbcDataSource;
import org.stillwater.AccessMode;
import org.stillwater.Window;
import org.stillwater.internal.runtime.ReadOnlyRuntime;
import org.stillwater.internal.window.EnterRequest;
import org.stillwater.internal.window.EnterResult;

/**
 * EclipseLink with transactions of its own on H2, a database that refuses nothing: what is refused here, the library
 * refuses alone. The unit is connected before the library starts, as on a server.
 */
final class EclipseLinkFixture implements AutoCloseable {
    private static final Window.Owner OWNER = new Window.Owner("operator", "localhost", 1);

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=LEGACY;DB_CLOSE_DELAY=-1";
    final EntityManagerFactory factory;

    /** @param settings of the unit, as {@code key=value} */
    EclipseLinkFixture(Pool pool, String... settings) {
        String tables = "jakarta.persistence.schema-generation.database.action=create";
        factory = unit(
                "parts",
                pool,
                Stream.concat(Stream.of(tables), Stream.of(settings)).toArray(String[]::new));
        factory.createEntityManager().close();
        System.setProperty("stillwater.store", "memory");
        ReadOnlyRuntime.start();
    }

    /** Who keeps the connections. */
    enum Pool {
        ECLIPSELINK,
        DATA_SOURCE
    }

    /** A further unit on the same database, not connected yet. */
    EntityManagerFactory unit(String name, Pool pool, String... settings) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("eclipselink.weaving", "false");
        properties.put("eclipselink.logging.level", "OFF");
        if (pool == Pool.ECLIPSELINK) {
            properties.put("jakarta.persistence.jdbc.url", url);
            properties.put("jakarta.persistence.jdbc.driver", "org.h2.Driver");
        }
        Stream.of(settings).map(setting -> setting.split("=", 2)).forEach(pair -> properties.put(pair[0], pair[1]));
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL(url);
        return new PersistenceProvider()
                .createContainerEntityManagerFactory(
                        new UnitInfo(name, pool == Pool.DATA_SOURCE ? dataSource : null), properties);
    }

    /** In a transaction of its own. */
    void write(Consumer<EntityManager> work) {
        write(factory, work);
    }

    static void write(EntityManagerFactory factory, Consumer<EntityManager> work) {
        EntityManager manager = factory.createEntityManager();
        try {
            manager.getTransaction().begin();
            work.accept(manager);
            manager.getTransaction().commit();
        } finally {
            if (manager.getTransaction().isActive()) {
                manager.getTransaction().rollback();
            }
            manager.close();
        }
    }

    /** Opens a window and waits for writes in flight. */
    EnterResult enterReadOnlyMode(Duration drain) {
        EnterResult result = ReadOnlyRuntime.current()
                .coordinator()
                .enter(
                        new EnterRequest(
                                new Window("test", null, OWNER, Instant.now(), null), drain, false, false, false),
                        progress -> {});
        awaitMode(result.snapshot().mode());
        return result;
    }

    void enterReadOnlyMode() {
        EnterResult result = enterReadOnlyMode(Duration.ofSeconds(5));
        if (result.outcome() != EnterResult.Outcome.ENTERED) {
            throw new AssertionError(result);
        }
    }

    void lift() {
        ReadOnlyRuntime.current().coordinator().liftAll();
        awaitMode(AccessMode.READ_WRITE);
        ReadOnlyRuntime.current().refresh();
    }

    private static void awaitMode(AccessMode mode) {
        Awaitility.await().until(() -> ReadOnlyRuntime.current().state().mode() == mode);
    }

    /** Over a connection that nobody guards. */
    long count(String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Over a connection that nobody guards. */
    void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    void closeFactory() {
        if (factory.isOpen()) {
            factory.close();
        }
    }

    @Override
    public void close() {
        closeFactory();
        ReadOnlyRuntime.stop();
        System.clearProperty("stillwater.store");
    }
}
