package org.stillwater.internal.runtime;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.stillwater.internal.config.Settings;
import org.stillwater.internal.log.Log;
import org.stillwater.internal.mode.ModeListener;
import org.stillwater.internal.mode.ModeState;

/**
 * Warns of persistence units and attributes that settings name and that nobody has met, when writes begin to be refused:
 * by then every unit is there. Thread-safe.
 */
public final class NamesInSettings implements ModeListener {
    private static final Log LOG = Log.of("runtime");
    private static final Set<String> UNITS = ConcurrentHashMap.newKeySet();
    private static final Set<String> ATTRIBUTES = ConcurrentHashMap.newKeySet();

    private final Settings settings;

    NamesInSettings(Settings settings) {
        this.settings = settings;
    }

    /** There is a persistence unit of this name. */
    public static void metUnit(String name) {
        UNITS.add(name);
    }

    /** There is an attribute that {@code stillwater.droppable} calls so, and its changes can be dropped. */
    public static void metAttribute(String name) {
        ATTRIBUTES.add(name);
    }

    @Override
    public void changed(ModeState before, ModeState now) {
        if (now.mode().refusesNewWrites() && !before.mode().refusesNewWrites()) {
            unknown(settings.persistenceUnits().listed(), UNITS)
                    .forEach(name -> LOG.warn(
                            "STILL00608",
                            "stillwater.persistence-units names '%s', but this application has no such unit. It has %s",
                            name,
                            UNITS));
            unknown(settings.droppable().names(), ATTRIBUTES)
                    .forEach(name -> LOG.warn(
                            "STILL00609",
                            "stillwater.droppable names '%s', but no entity that Hibernate manages here has it. Changes"
                                    + " of it are refused",
                            name));
        }
    }

    private static List<String> unknown(Collection<String> named, Set<String> met) {
        return named.stream().filter(name -> !met.contains(name)).toList();
    }
}
