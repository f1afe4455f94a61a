package org.stillwater.integration.hibernate;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.Configuration;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;
import org.stillwater.AccessMode;
import org.stillwater.Window;
import org.stillwater.internal.runtime.ReadOnlyRuntime;
import org.stillwater.internal.window.EnterRequest;
import org.stillwater.internal.window.EnterResult;

/**
 * Hibernate with transactions of its own on H2, a database that refuses nothing: what is refused here, the library
 * refuses alone. The listeners and connections come into Hibernate as in an application, through {@code META-INF/services}.
 */
final class HibernateFixture implements AutoCloseable {
    private static final Window.Owner OWNER = new Window.Owner("operator", "localhost", 1);

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    final SessionFactory factory;

    HibernateFixture() {
        this("off");
    }

    HibernateFixture(String rehearsal) {
        System.setProperty("stillwater.store", "memory");
        System.setProperty("stillwater.rehearsal", rehearsal);
        ReadOnlyRuntime.start();
        System.clearProperty("stillwater.rehearsal");
        Configuration configuration = new Configuration()
                .addAnnotatedClass(Part.class)
                .addAnnotatedClass(Screw.class)
                .addAnnotatedClass(Page.class)
                .addAnnotatedClass(Generated.ByIdentity.class)
                .addAnnotatedClass(Generated.BySequence.class)
                .addAnnotatedClass(Generated.ByTable.class)
                .addAnnotatedClass(Generated.ByUuid.class)
                .setProperty("hibernate.connection.url", url)
                .setProperty("hibernate.persistenceUnitName", "parts")
                .setProperty("hibernate.hbm2ddl.auto", "create");
        factory = configuration.buildSessionFactory(new StandardServiceRegistryBuilder()
                .applySettings(configuration.getProperties())
                .applySetting("hibernate.type.json_format_mapper", new NoJson())
                .build());
    }

    void write(Consumer<Session> work) {
        factory.inTransaction(work);
    }

    /** Opens a window and waits for writes in flight. */
    EnterResult enterReadOnlyMode(Duration drain) {
        ReadOnlyRuntime runtime = ReadOnlyRuntime.current();
        EnterResult result = runtime.coordinator()
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

    @Override
    public void close() {
        factory.close();
        ReadOnlyRuntime.stop();
        System.clearProperty("stillwater.store");
    }

    /** Hibernate would look for an implementation of JSON-B, of which only the API is on the class path. */
    static final class NoJson implements FormatMapper {
        @Override
        public <T> T fromString(CharSequence text, JavaType<T> type, WrapperOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> String toString(T value, JavaType<T> type, WrapperOptions options) {
            throw new UnsupportedOperationException();
        }
    }
}
