package org.stillwater.internal.runtime;

import org.jspecify.annotations.Nullable;

/**
 * The web request, or the timer callback, that the calling thread is working on, and whether a write was refused in it. For
 * frameworks that turn an exception into something else before anybody who knows refusals sees it.
 *
 * <p>Outside of both nothing is remembered, so nothing stays behind on a thread.
 */
public final class RequestRefusals {
    private static final ThreadLocal<Object> REQUEST = new ThreadLocal<>();
    private static final ThreadLocal<Boolean> REFUSED = new ThreadLocal<>();

    private RequestRefusals() {}

    /**
     * A request or callback begins, or goes on, on this thread.
     *
     * @param request describes it by its {@code toString()}, which is called only if somebody asks
     */
    public static void begin(Object request) {
        REQUEST.set(request);
        REFUSED.set(Boolean.FALSE);
    }

    /** This thread is done with it. */
    public static void end() {
        REQUEST.remove();
        REFUSED.remove();
    }

    static @Nullable Object request() {
        Object request = REQUEST.get();
        if (request == null) {
            REQUEST.remove(); // get() alone leaves an entry on the thread
        }
        return request;
    }

    /** Whether a write was refused since {@link #begin}. */
    public static boolean any() {
        return Boolean.TRUE.equals(REFUSED.get());
    }

    static void note() {
        if (REFUSED.get() == null) {
            REFUSED.remove(); // get() alone leaves an entry on the thread
        } else {
            REFUSED.set(Boolean.TRUE);
        }
    }
}
