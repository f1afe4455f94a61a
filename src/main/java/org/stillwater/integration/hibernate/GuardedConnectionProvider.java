package org.stillwater.integration.hibernate;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.hibernate.HibernateException;
import org.hibernate.dialect.Dialect;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.hibernate.engine.jdbc.connections.spi.DatabaseConnectionInfo;
import org.hibernate.resource.transaction.spi.TransactionCoordinatorBuilder;
import org.hibernate.service.Service;
import org.hibernate.service.spi.Configurable;
import org.hibernate.service.spi.InjectService;
import org.hibernate.service.spi.ServiceRegistryAwareService;
import org.hibernate.service.spi.ServiceRegistryImplementor;
import org.hibernate.service.spi.Startable;
import org.hibernate.service.spi.Stoppable;
import org.stillwater.internal.database.ConnectionSource;
import org.stillwater.internal.jdbc.ConnectionGuard;

/**
 * Guards the connections of another provider. Hibernate does for a service only what it sees by its type, so injection,
 * configuration, start and stop of the provider behind are done here, in Hibernate's order. Thread-safe if that provider
 * is.
 */
final class GuardedConnectionProvider implements ConnectionProvider, Configurable, Startable, Stoppable {
    private static final long serialVersionUID = 1L;

    private final transient ConnectionProvider provider;
    private final transient ServiceRegistryImplementor registry;
    private final transient ConnectionSource source;
    private final transient ConnectionGuard guard;
    private volatile boolean alone;

    GuardedConnectionProvider(
            ConnectionProvider provider, ServiceRegistryImplementor registry, Map<String, Object> settings) {
        this.provider = provider;
        this.registry = registry;
        this.source = new Unguarded(provider);
        this.guard = new ConnectionGuard(new Jta(registry)::get, source, new FlushedEntities(), "Hibernate");
    }

    /** The connections of a unit that is not to be guarded are given out as they are. */
    void leaveAlone() {
        alone = true;
    }

    ConnectionGuard guard() {
        return guard;
    }

    @Override
    public void configure(Map<String, Object> settings) {
        injectServices();
        if (provider instanceof ServiceRegistryAwareService aware) {
            aware.injectServices(registry);
        }
        if (provider instanceof Configurable configurable) {
            configurable.configure(settings);
        }
    }

    private void injectServices() {
        for (Method method : provider.getClass().getMethods()) {
            InjectService wanted = method.getAnnotation(InjectService.class);
            if (wanted != null && method.getParameterCount() == 1) {
                inject(method, wanted);
            }
        }
    }

    private void inject(Method method, InjectService wanted) {
        Class<?> role = wanted.serviceRole() == Void.class ? method.getParameterTypes()[0] : wanted.serviceRole();
        Service service = registry.getService(role.asSubclass(Service.class));
        if (service == null && !wanted.required()) {
            return;
        }
        try {
            method.invoke(provider, service);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new HibernateException("Service '" + role.getName() + "' cannot be injected into " + provider, e);
        }
    }

    @Override
    public void start() {
        if (provider instanceof Startable startable) {
            startable.start();
        }
    }

    @Override
    public void stop() {
        if (provider instanceof Stoppable stoppable) {
            stoppable.stop();
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        return alone ? provider.getConnection() : guard.connect(source);
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        if (!ConnectionGuard.giveBack(connection)) {
            provider.closeConnection(connection);
        }
    }

    @Override
    public boolean supportsAggressiveRelease() {
        return provider.supportsAggressiveRelease();
    }

    @Override
    public DatabaseConnectionInfo getDatabaseConnectionInfo(Dialect dialect) {
        return provider.getDatabaseConnectionInfo(dialect);
    }

    @Override
    public boolean isUnwrappableAs(Class<?> type) {
        return type.isInstance(this) || provider.isUnwrappableAs(type);
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return type.isInstance(this) ? type.cast(this) : provider.unwrap(type);
    }

    /** Asked for when the first statement comes: the service is not there yet when this one is made. */
    private static final class Jta {
        private final ServiceRegistryImplementor registry;
        private volatile boolean known;
        private volatile boolean jta;

        Jta(ServiceRegistryImplementor registry) {
            this.registry = registry;
        }

        boolean get() {
            if (!known) {
                jta = registry.requireService(TransactionCoordinatorBuilder.class)
                        .isJta();
                known = true;
            }
            return jta;
        }
    }

    private record Unguarded(ConnectionProvider provider) implements ConnectionSource {
        @Override
        public Connection borrow() throws SQLException {
            return provider.getConnection();
        }

        @Override
        public void giveBack(Connection connection) throws SQLException {
            provider.closeConnection(connection);
        }
    }
}
