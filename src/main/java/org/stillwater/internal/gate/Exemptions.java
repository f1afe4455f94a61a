package org.stillwater.internal.gate;

import org.jspecify.annotations.Nullable;

/**
 * Which threads are inside an exempt block. The mark ends with the block, whatever happens in it, so that none is left on
 * a pooled thread. Blocks nest. Thread-safe.
 */
public final class Exemptions {
    private final ThreadLocal<Integer> depth = new ThreadLocal<>();

    /** Creates it with nobody inside. */
    public Exemptions() {}

    /** Runs some work inside an exempt block on the calling thread. */
    public <T extends @Nullable Object, X extends Exception> T call(Work<T, X> work) throws X {
        Integer outer = depth.get();
        depth.set(outer == null ? 1 : outer + 1);
        try {
            return work.call();
        } finally {
            if (outer == null) {
                depth.remove();
            } else {
                depth.set(outer);
            }
        }
    }

    /** Whether the calling thread is inside. */
    boolean isInside() {
        return depth.get() != null;
    }

    /** What is run. */
    public interface Work<T extends @Nullable Object, X extends Exception> {
        /** Does it. */
        T call() throws X;
    }
}
