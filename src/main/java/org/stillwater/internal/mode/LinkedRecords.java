package org.stillwater.internal.mode;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.runtime.ObjectMethods;
import org.stillwater.internal.log.Log;

/**
 * What the JDK remembers of records. Whenever the {@code equals} of a record runs for the first time, it is linked, and the
 * JDK keeps the type of one of its components until the next record's is linked, wherever that may be: with its class
 * loader, although the application may be gone. From JDK 18 on it keeps it softly (JDK-8078641).
 */
final class LinkedRecords {
    private static final Log LOG = Log.of("mode");

    /** Made early, because the class loader of an application that is undeployed may be closed when its last write ends. */
    LinkedRecords() {}

    /** Has one linked that is made of a type of the JDK's own. For the end: what is linked later is kept again. */
    void forget() {
        MethodType equals = MethodType.methodType(boolean.class, String.class, Object.class);
        MethodHandle component = MethodHandles.identity(String.class);
        try {
            Object linked = ObjectMethods.bootstrap(
                    MethodHandles.lookup(), "equals", equals, String.class, "component", component);
            LOG.debug("Linked last: %s", linked);
        } catch (Throwable e) {
            LOG.debug("Records are not forgotten: %s", e);
        }
    }
}
