package org.stillwater;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A live view of the mode, to be injected anywhere; {@code @Dependent}, serializable and thread-safe.
 *
 * <pre>{@code
 * @Inject ReadOnlyFlags flags;
 *
 * if (!flags.isReadOnly()) {
 *     lastSeen.update(user);
 * }
 * }</pre>
 */
public interface ReadOnlyFlags extends Serializable {
    /**
     * Whether a write that is tried here and now is refused. False in {@link AccessMode#READ_WRITE}, and for a request,
     * transaction or thread that was admitted before the mode changed and may finish.
     */
    boolean isReadOnly();

    /** The mode of this application as last applied. */
    AccessMode mode();

    /** The number of the last change of mode. Grows with every change. */
    long epoch();

    /** The open windows, oldest first; empty in {@link AccessMode#READ_WRITE}. */
    List<Window> windows();

    /** When the last window is expected to end; empty if there is none or one of them does not say. */
    Optional<Instant> expectedEnd();

    /**
     * Proves that the interceptor behind {@link Writes} is in force. Call it at start-up; it writes nothing and works in
     * every mode.
     *
     * <pre>{@code
     * void check(@Observes @Initialized(ApplicationScoped.class) Object start) {
     *     flags.selfCheck();
     * }
     * }</pre>
     *
     * @throws IllegalStateException if a {@code @Writes} bean of the library is called without being intercepted, or
     *     if the library is switched off; the message says which, and what to do
     */
    void selfCheck();

    /**
     * To be called first in a method that must never run unguarded: throws unless the current request, transaction or
     * thread holds an open permit, that is, unless a {@link Writes} interceptor admitted it.
     *
     * @throws IllegalStateException if no open permit is held here
     */
    void requirePermit();
}
