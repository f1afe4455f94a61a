package org.stillwater.integration.hibernate;

import java.util.Map;
import org.hibernate.boot.registry.StandardServiceInitiator;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.engine.jdbc.connections.internal.ConnectionProviderInitiator;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.hibernate.service.spi.ServiceContributor;
import org.hibernate.service.spi.ServiceRegistryImplementor;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.log.Log;

/** Puts a {@link GuardedConnectionProvider} in front of whatever connection provider Hibernate would use. */
public final class StillwaterServiceContributor implements ServiceContributor {
    private static final Log LOG = Log.of("hibernate");

    /** For {@link java.util.ServiceLoader}. */
    public StillwaterServiceContributor() {}

    @Override
    public void contribute(StandardServiceRegistryBuilder builder) {
        builder.addInitiator(new GuardingInitiator());
    }

    private static final class GuardingInitiator implements StandardServiceInitiator<ConnectionProvider> {
        @Override
        public Class<ConnectionProvider> getServiceInitiated() {
            return ConnectionProvider.class;
        }

        @Override
        public @Nullable ConnectionProvider initiateService(
                Map<String, Object> settings, ServiceRegistryImplementor registry) {
            ConnectionProvider provider = ConnectionProviderInitiator.INSTANCE.initiateService(settings, registry);
            if (provider == null) {
                LOG.warn(
                        "STILL01101",
                        "Connections of a multi-tenant persistence unit are not guarded; its entities are");
                return null;
            }
            return new GuardedConnectionProvider(provider, registry, settings);
        }
    }
}
