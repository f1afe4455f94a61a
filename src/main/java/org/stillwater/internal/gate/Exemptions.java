package org.stillwater.internal.gate;

import org.jspecify.annotations.Nullable;

/**
 * Which threads are inside an exempt block. The mark ends with the block, whatever happens in it, so that none is left on
 * a pooled thread. Blocks nest. Thread-safe.
 */
public final class Exemptions {
    private final ThreadLocal<Boolean> inside = new ThreadLocal<>();

    /** Creates it with nobody inside. */
    public Exemptions() {}

    /** Runs some work inside an exempt block on the calling thread. */
    public <T extends @Nullable Object, X extends Exception> T call(Work<T, X> work) throws X {
        if (isInside()) {
            return work.call();
        }
        inside.set(true);
        try {
            return work.call();
        } finally {
            inside.remove();
        }
    }

    /** Whether the calling thread is inside. */
    boolean isInside() {
        return inside.get() != null;
    }

    /** What is run. */
    public interface Work<T extends @Nullable Object, X extends Exception> {
        /** Does it. */
        T call() throws X;
    }
}
