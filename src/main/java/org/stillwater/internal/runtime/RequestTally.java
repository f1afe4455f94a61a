package org.stillwater.internal.runtime;

import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The web request, or the timer callback, that the calling thread is working on, whether a write was refused in it, and how
 * many changes were dropped. For frameworks that turn an exception into something else before anybody who knows refusals
 * sees it.
 *
 * <p>Outside of both nothing is remembered, so nothing stays behind on a thread.
 */
public final class RequestTally {
    private static final ThreadLocal<Current> CURRENT = new ThreadLocal<>();

    private RequestTally() {}

    /**
     * A request or callback begins, or goes on, on this thread.
     *
     * @param request describes it by its {@code toString()}, which is called only if somebody asks
     * @param dropped is told how many changes were dropped since, whenever there are more
     */
    public static void begin(Object request, IntConsumer dropped) {
        CURRENT.set(new Current(request, dropped));
    }

    /** This thread is done with it. */
    public static void end() {
        CURRENT.remove();
    }

    static @Nullable Object request() {
        Current current = current();
        return current == null ? null : current.request;
    }

    /** Whether a write was refused since {@link #begin}. */
    public static boolean anyRefused() {
        Current current = current();
        return current != null && current.refused;
    }

    static void noteRefused() {
        Current current = current();
        if (current != null) {
            current.refused = true;
        }
    }

    static void noteDropped(int changes) {
        Current current = current();
        if (current != null) {
            current.dropped += changes;
            current.listener.accept(current.dropped);
        }
    }

    private static @Nullable Current current() {
        Current current = CURRENT.get();
        if (current == null) {
            CURRENT.remove(); // get() alone leaves an entry on the thread
        }
        return current;
    }

    private static final class Current {
        private final Object request;
        private final IntConsumer listener;
        private boolean refused;
        private int dropped;

        Current(Object request, IntConsumer listener) {
            this.request = request;
            this.listener = listener;
        }
    }
}
