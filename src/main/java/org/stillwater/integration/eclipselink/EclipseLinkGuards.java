package org.stillwater.integration.eclipselink;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.persistence.internal.jpa.EntityManagerFactoryProvider;
import org.eclipse.persistence.internal.jpa.EntityManagerSetupImpl;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.sessions.broker.SessionBroker;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.config.SettingsReader;
import org.stillwater.internal.config.UnitNames;
import org.stillwater.internal.jdbc.ConnectionGuard;
import org.stillwater.internal.log.Log;
import org.stillwater.internal.runtime.GuardFinder;
import org.stillwater.internal.runtime.Integrations;
import org.stillwater.internal.runtime.NamesInSettings;
import org.stillwater.internal.runtime.ReadOnlyRuntime;

/**
 * Finds the persistence units of this application among those of the whole server. A server has created the units that it
 * knows before it starts CDI; one that the application creates itself is found with the next report, which is never more
 * than a heartbeat away, and always before a drain ends.
 *
 * <p>Thread-safe.
 */
public final class EclipseLinkGuards implements GuardFinder {
    private static final Log LOG = Log.of("eclipselink");

    private final Map<AbstractSession, GuardedUnit> units = new IdentityHashMap<>();
    private final Map<EntityManagerSetupImpl, String> unguarded = new IdentityHashMap<>();
    private final UnitNames guarded = SettingsReader.persistenceUnits(Integrations.settings());
    private final List<String> written = new ArrayList<>();
    private boolean closed;

    /** For {@code Integrations}; fails to link where EclipseLink is absent. */
    public EclipseLinkGuards() {
        EntityManagerFactoryProvider.getEmSetupImpls();
    }

    @Override
    public synchronized void find() {
        if (closed) {
            return;
        }
        Set<Object> present = Collections.newSetFromMap(new IdentityHashMap<>());
        for (EntityManagerSetupImpl setup : setups()) {
            present.add(setup);
            try {
                guard(setup, present);
            } catch (RuntimeException | LinkageError e) {
                fail(setup, e);
            }
        }
        forgetAllBut(present, units);
        forgetAllBut(present, unguarded);
    }

    /** EclipseLink itself locks the map to read it. */
    private static List<EntityManagerSetupImpl> setups() {
        Map<String, EntityManagerSetupImpl> setups = EntityManagerFactoryProvider.getEmSetupImpls();
        synchronized (setups) {
            return List.copyOf(setups.values());
        }
    }

    private void guard(EntityManagerSetupImpl setup, Set<Object> present) {
        if (!Ownership.isOfThisApplication(setup)) {
            return;
        }
        String name = nameOf(setup);
        NamesInSettings.metUnit(name);
        if (!guarded.contains(name)) {
            leaveAlone(setup);
            return;
        }
        for (AbstractSession session : Sessions.of(setup.getSession())) {
            present.add(session);
            GuardedUnit known = units.get(session);
            (known == null ? attach(name, session) : known).guardConnections();
        }
        ReadOnlyRuntime.removeGuard(unguarded.remove(setup));
    }

    private void leaveAlone(EntityManagerSetupImpl setup) {
        if (!unguarded.containsKey(setup)) {
            LOG.warn("STILL01604", "%s", note(setup, guarded.reason()));
        }
    }

    private static String nameOf(EntityManagerSetupImpl setup) {
        return setup.getPersistenceUnitInfo().getPersistenceUnitName();
    }

    private GuardedUnit attach(String name, AbstractSession session) {
        GuardedUnit unit = new GuardedUnit(name, session);
        noteTables(name, session);
        unit.attach();
        units.put(session, unit);
        if (!(session instanceof SessionBroker)) {
            ReadOnlyRuntime.addGuard(unit);
        }
        return unit;
    }

    private void fail(EntityManagerSetupImpl setup, Throwable problem) {
        if (!unguarded.containsKey(setup)) {
            LOG.error("STILL01601", problem, "%s", note(setup, problem));
        }
    }

    private String note(EntityManagerSetupImpl setup, Object reason) {
        String line = ConnectionGuard.describeUnguarded(nameOf(setup), reason);
        unguarded.put(setup, line);
        ReadOnlyRuntime.addGuard(line);
        return line;
    }

    private void noteTables(String name, AbstractSession session) {
        String how = session.isConnected() ? SchemaGeneration.of(session) : null;
        if (how != null) {
            String what = "Persistence unit '" + name + "' has made its tables (" + how + ")";
            written.add(what);
            ReadOnlyRuntime runtime = ReadOnlyRuntime.ifStarted();
            if (runtime != null && runtime.state().mode().refusesNewWrites()) {
                LOG.warn("STILL01602", "%s before Stillwater found it and could refuse that", what);
            }
        }
    }

    private static void forgetAllBut(Set<Object> present, Map<?, ?> known) {
        known.entrySet().removeIf(entry -> {
            boolean gone = !present.contains(entry.getKey());
            if (gone) {
                ReadOnlyRuntime.removeGuard(entry.getValue());
            }
            return gone;
        });
    }

    @Override
    public synchronized @Nullable String writtenBefore() {
        return written.isEmpty() ? null : written.stream().collect(Collectors.joining("; "));
    }

    @Override
    public synchronized void close() {
        closed = true;
        unguarded.values().forEach(ReadOnlyRuntime::removeGuard);
        units.forEach((session, unit) -> {
            if (Ownership.outlivesThisApplication(session)) {
                ReadOnlyRuntime.removeGuard(unit);
                unit.detach();
            }
        });
    }
}
