package org.stillwater.internal.runtime;

import org.jspecify.annotations.Nullable;
import org.stillwater.internal.config.SettingsSource;
import org.stillwater.internal.gate.TransactionContext;
import org.stillwater.internal.log.Log;

/**
 * Loads integrations by name, so that nothing here mentions an API that may be absent. An integration that cannot be
 * linked is absent; each outcome is a line in the debug log.
 */
public final class Integrations {
    private static final Log LOG = Log.of("runtime");

    private Integrations() {}

    static TransactionContext transactions() {
        TransactionContext jta =
                load("org.stillwater.integration.transaction.JtaTransactionContext", TransactionContext.class);
        return jta == null ? TransactionContext.NONE : jta;
    }

    /** Where the settings of this application are read from. */
    public static SettingsSource settings() {
        SettingsSource microProfile =
                load("org.stillwater.integration.mpconfig.MicroProfileConfigSource", SettingsSource.class);
        return microProfile == null ? SettingsSource.systemAndEnvironment() : microProfile;
    }

    static GuardFinder guards() {
        GuardFinder eclipseLink = load("org.stillwater.integration.eclipselink.EclipseLinkGuards", GuardFinder.class);
        return eclipseLink == null ? GuardFinder.NONE : eclipseLink;
    }

    /** An instance of a class of this library, or null if an API that it needs is absent. */
    public static <T> @Nullable T load(String className, Class<T> type) {
        try {
            Class<?> found = Class.forName(className, true, Integrations.class.getClassLoader());
            T instance = type.cast(found.getDeclaredConstructor().newInstance());
            LOG.debug("%s: present", className);
            return instance;
        } catch (ReflectiveOperationException | LinkageError e) {
            LOG.debug("%s: absent (%s)", className, e);
            return null;
        }
    }
}
