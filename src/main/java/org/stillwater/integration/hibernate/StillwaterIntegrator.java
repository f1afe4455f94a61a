package org.stillwater.integration.hibernate;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.resource.transaction.spi.TransactionCoordinatorBuilder;
import org.hibernate.service.spi.ServiceRegistryImplementor;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.config.SettingsReader;
import org.stillwater.internal.config.SettingsSource;
import org.stillwater.internal.config.UnitNames;
import org.stillwater.internal.jdbc.ConnectionGuard;
import org.stillwater.internal.log.Log;
import org.stillwater.internal.mode.DrainAnswer;
import org.stillwater.internal.mode.DrainQuestion;
import org.stillwater.internal.mode.DrainSource;
import org.stillwater.internal.mode.ModeState;
import org.stillwater.internal.runtime.Integrations;
import org.stillwater.internal.runtime.NamesInSettings;
import org.stillwater.internal.runtime.ReadOnlyRuntime;
import org.stillwater.internal.runtime.ReplicatedGuard;
import org.stillwater.spi.ReplicaReport;

/**
 * Adds the listeners to each session factory, before those of Hibernate and of the application, so that a refusal comes
 * before anything is done. Runs before CDI; nothing here starts the library.
 */
public final class StillwaterIntegrator implements Integrator {
    private static final Log LOG = Log.of("hibernate");
    private static final String UNIT = "hibernate.persistenceUnitName";
    private static final String UNIT_BEFORE_7 = "hibernate.ejb.persistenceUnitName";

    private final Map<SessionFactoryImplementor, Object> guards = new ConcurrentHashMap<>();

    /** For {@link java.util.ServiceLoader}. */
    public StillwaterIntegrator() {}

    @Override
    public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
        ServiceRegistryImplementor services = factory.getServiceRegistry();
        SettingsSource settings = Integrations.settings();
        Object unit = unitOf(factory);
        if (unit != null) {
            NamesInSettings.metUnit(unit.toString());
        }
        UnitNames guarded = SettingsReader.persistenceUnits(settings);
        if (unit != null && !guarded.contains(unit.toString())) {
            leaveAlone(factory, services, ConnectionGuard.describeUnguarded(unit.toString(), guarded.reason()));
            return;
        }
        boolean jta =
                services.requireService(TransactionCoordinatorBuilder.class).isJta();
        DroppableAttributes droppable = DroppableAttributes.of(metadata, SettingsReader.droppable(settings));
        EventListenerRegistry listeners = services.requireService(EventListenerRegistry.class);
        refuseWrites(listeners, new WriteListener(jta, droppable));
        markSessions(listeners, new MarkListener());
        addGuard(factory, services, unit, dropChanges(listeners, droppable));
    }

    private static @Nullable Object unitOf(SessionFactoryImplementor factory) {
        return factory.getProperties()
                .getOrDefault(UNIT, factory.getProperties().get(UNIT_BEFORE_7));
    }

    private void leaveAlone(SessionFactoryImplementor factory, ServiceRegistryImplementor services, String line) {
        if (services.getService(ConnectionProvider.class) instanceof GuardedConnectionProvider provider) {
            provider.leaveAlone();
        }
        LOG.warn("STILL01106", "%s", line);
        guards.put(factory, line);
        ReadOnlyRuntime.addGuard(line);
    }

    private static @Nullable DropListener dropChanges(EventListenerRegistry listeners, DroppableAttributes droppable) {
        if (droppable.isEmpty()) {
            return null;
        }
        DropListener dropping = new DropListener(droppable);
        listeners.getEventListenerGroup(EventType.FLUSH_ENTITY).prependListener(dropping);
        return dropping;
    }

    private static void refuseWrites(EventListenerRegistry listeners, WriteListener refusing) {
        listeners.getEventListenerGroup(EventType.PERSIST).prependListener(refusing);
        listeners.getEventListenerGroup(EventType.DELETE).prependListener(refusing);
        listeners.getEventListenerGroup(EventType.PRE_INSERT).prependListener(refusing);
        listeners.getEventListenerGroup(EventType.PRE_UPDATE).prependListener(refusing);
        listeners.getEventListenerGroup(EventType.PRE_UPSERT).prependListener(refusing);
        listeners.getEventListenerGroup(EventType.PRE_DELETE).prependListener(refusing);
        listeners.getEventListenerGroup(EventType.PRE_COLLECTION_RECREATE).prependListener(refusing);
        listeners.getEventListenerGroup(EventType.PRE_COLLECTION_UPDATE).prependListener(refusing);
        listeners.getEventListenerGroup(EventType.PRE_COLLECTION_REMOVE).prependListener(refusing);
    }

    private static void markSessions(EventListenerRegistry listeners, MarkListener marking) {
        listeners.getEventListenerGroup(EventType.LOAD).prependListener(marking);
        listeners.getEventListenerGroup(EventType.PRE_LOAD).prependListener(marking);
        listeners.getEventListenerGroup(EventType.INIT_COLLECTION).prependListener(marking);
        listeners.getEventListenerGroup(EventType.AUTO_FLUSH).prependListener(marking);
        listeners.getEventListenerGroup(EventType.FLUSH).prependListener(marking);
    }

    private void addGuard(
            SessionFactoryImplementor factory,
            ServiceRegistryImplementor services,
            @Nullable Object unit,
            @Nullable DropListener dropping) {
        Object guard = new EntitiesOnly(unit);
        if (services.getService(ConnectionProvider.class) instanceof GuardedConnectionProvider provider) {
            if (unit != null) {
                provider.guard().setUnit(unit.toString());
            }
            guard = new GuardedFactory(factory, provider.guard(), dropping);
        }
        guards.put(factory, guard);
        ReadOnlyRuntime.addGuard(guard);
    }

    @Override
    public void disintegrate(SessionFactoryImplementor factory, SessionFactoryServiceRegistry registry) {
        Object guard = guards.remove(factory);
        if (guard != null) {
            ReadOnlyRuntime.removeGuard(guard);
            ReadOnlyRuntime.stopIfForsaken();
        }
    }

    /** A unit whose connections nobody guards, because it has a database for each tenant. */
    private record EntitiesOnly(@Nullable Object name) implements DrainSource, ReplicatedGuard {
        @Override
        public void followReplica(ModeState now) {}

        @Override
        public ReplicaReport replicaReport() {
            return new ReplicaReport(unit(), "", ReplicaReport.State.NONE, "");
        }

        @Override
        public void stopReplica() {}

        @Override
        public String unit() {
            return ConnectionGuard.describeUnit(name);
        }

        @Override
        public DrainQuestion begin() {
            return () -> DrainAnswer.counted("a multi-tenant unit is not asked");
        }

        @Override
        public String toString() {
            return unit() + ": entities only";
        }
    }
}
