package org.stillwater.internal.cdi;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.stillwater.internal.log.Log;

/** Logs each place that writes in spite of the mode, once. Thread-safe. */
final class ExemptPlaces {
    private static final Log LOG = Log.of("cdi");

    private final Set<String> known = ConcurrentHashMap.newKeySet();

    void log(String reason) {
        String place = StackWalker.getInstance()
                .walk(frames -> frames.dropWhile(frame -> isPlumbing(frame.getClassName()))
                        .findFirst()
                        .map(Object::toString)
                        .orElse("an unknown place"));
        if (known.add(place)) {
            LOG.warn("STILL00510", "Writes are let through in an exempt block at %s: %s", place, reason);
        }
    }

    private static boolean isPlumbing(String className) {
        return className.equals(ExemptPlaces.class.getName())
                || className.startsWith(RuntimeReadOnlyControl.class.getName())
                || className.contains("Proxy$")
                || className.contains("_ClientProxy")
                || className.startsWith("org.jboss.weld.");
    }
}
