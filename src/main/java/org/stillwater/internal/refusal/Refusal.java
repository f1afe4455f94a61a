package org.stillwater.internal.refusal;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stillwater.ReadOnlyModeException;

/**
 * Finds the refusal inside what containers and frameworks wrap around it. The one place that says what counts as a
 * refusal. Stateless; thread-safe.
 */
public final class Refusal {
    private Refusal() {}

    /**
     * The refusal in a chain of causes, which may contain itself. Suppressed exceptions do not count: there the failure
     * that counts is another one.
     */
    public static @Nullable ReadOnlyModeException find(@Nullable Throwable problem) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable link = problem; link != null && seen.add(link); link = link.getCause()) {
            if (link instanceof ReadOnlyModeException refusal) {
                return refusal;
            }
        }
        return null;
    }
}
