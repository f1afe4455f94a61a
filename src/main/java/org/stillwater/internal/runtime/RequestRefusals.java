package org.stillwater.internal.runtime;

/**
 * Whether a write was refused in the web request that the calling thread is working on. For frameworks that turn an
 * exception into a response before anybody who knows refusals sees it.
 *
 * <p>Outside a request nothing is remembered, so nothing stays behind on a thread.
 */
public final class RequestRefusals {
    private static final ThreadLocal<Boolean> REFUSED = new ThreadLocal<>();

    private RequestRefusals() {}

    /** A request begins, or goes on, on this thread. */
    public static void begin() {
        REFUSED.set(Boolean.FALSE);
    }

    /** This thread is done with the request. */
    public static void end() {
        REFUSED.remove();
    }

    /** Whether a write was refused since {@link #begin()}. */
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
