package org.stillwater.integration.eclipselink;

import jakarta.persistence.spi.PersistenceUnitInfo;
import org.eclipse.persistence.internal.jpa.EntityManagerSetupImpl;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.jspecify.annotations.Nullable;

/**
 * Tells the units of this application from those of others by their class loaders. A library in the {@code lib} of an EAR
 * guards the units of its modules, whose loaders are below that of the library; one in a WAR guards the units of its EAR
 * as well, whose loader is above.
 */
final class Ownership {
    private static final ClassLoader LIBRARY = Ownership.class.getClassLoader();

    private Ownership() {}

    static boolean isOfThisApplication(EntityManagerSetupImpl setup) {
        PersistenceUnitInfo unit = setup.getPersistenceUnitInfo();
        ClassLoader loader = unit == null ? null : unit.getClassLoader();
        return loader != null && (isAbove(LIBRARY, loader) || isAbove(loader, LIBRARY));
    }

    /** Whether a session belongs to an EAR of which only one WAR has the library. */
    static boolean outlivesThisApplication(AbstractSession session) {
        ClassLoader loader = session.getLoader();
        return loader != LIBRARY && isAbove(loader, LIBRARY);
    }

    private static boolean isAbove(@Nullable ClassLoader upper, ClassLoader lower) {
        for (ClassLoader loader = lower; loader != null; loader = loader.getParent()) {
            if (loader == upper) {
                return true;
            }
        }
        return false;
    }
}
