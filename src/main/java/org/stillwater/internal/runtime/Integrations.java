package org.stillwater.internal.runtime;

import org.jspecify.annotations.Nullable;
import org.stillwater.internal.background.MessageDelivery;
import org.stillwater.internal.background.OwnTransaction;
import org.stillwater.internal.background.TimerService;
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

    static OwnTransaction ownTransactions() {
        OwnTransaction jta = load("org.stillwater.integration.transaction.JtaOwnTransaction", OwnTransaction.class);
        return jta == null ? OwnTransaction.NONE : jta;
    }

    static @Nullable TimerService timers() {
        return load("org.stillwater.integration.ejb.EjbTimers", TimerService.class);
    }

    static MessageDelivery delivery() {
        MessageDelivery wildFly = load("org.stillwater.integration.jmx.WildFlyDelivery", MessageDelivery.class);
        return wildFly == null ? MessageDelivery.NONE : wildFly;
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
        Class<?> found = find(className);
        try {
            return found == null
                    ? null
                    : type.cast(found.getDeclaredConstructor().newInstance());
        } catch (ReflectiveOperationException | LinkageError e) {
            LOG.debug("%s: absent (%s)", className, e);
            return null;
        }
    }

    /** A class of this library, or null if an API that it needs is absent. */
    public static @Nullable Class<?> find(String className) {
        try {
            Class<?> found = Class.forName(className, true, Integrations.class.getClassLoader());
            LOG.debug("%s: present", className);
            return found;
        } catch (ReflectiveOperationException | LinkageError e) {
            LOG.debug("%s: absent (%s)", className, e);
            return null;
        }
    }
}
