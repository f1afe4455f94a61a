package org.stillwater;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Enters and leaves read-only mode from code; does what the command line does, through the same mode store, so it acts
 * on every application that shares the store. To be injected; thread-safe.
 *
 * <pre>{@code
 * @Inject ReadOnlyControl control;
 *
 * control.enter(ReadOnlyControl.Request.named("reindex").because("Rebuilding the search index"));
 * try {
 *     reindex();
 * } finally {
 *     control.leave("reindex");
 * }
 * }</pre>
 */
public interface ReadOnlyControl {
    /**
     * Opens a window and returns once every live application has drained. Reads go on meanwhile.
     *
     * @throws DrainTimeoutException if writes are still in flight when the time is over; the mode is back to what it was
     * @throws ObjectedException if an application objects ({@link EnteringReadOnly}); the mode is back to what it was
     * @throws IllegalStateException if called from within an admitted write (it would wait for itself), or if the store
     *     cannot be read or written
     */
    Window enter(Request request);

    /**
     * Lifts a window. Writes resume when it was the last one.
     *
     * @return false if no window of that name was open
     * @throws IllegalStateException if the store cannot be read or written
     */
    boolean leave(String name);

    /**
     * Runs work whose writes are let through while the mode refuses them: for what belongs to the migration itself, such
     * as filling a new column by the application's own code.
     *
     * <pre>{@code
     * int filled = control.exempt("fill in line totals", () -> totals.fillIn());
     * }</pre>
     *
     * <p>It holds on the calling thread, for the duration of the call, and for the transactions whose first write is in
     * it, to their end; a transaction that was read-only before stays so. Such writes are not counted: who enters read-only mode does not
     * wait for those that began after {@code DRAINING}. In normal mode a write in it is counted like any other. Each place
     * that uses it while writes are refused is logged once (STILL00510), with the reason.
     *
     * @param reason says in the log why these writes are right
     * @param work what to do
     */
    <T extends @Nullable Object, X extends Exception> T exempt(String reason, Work<T, X> work) throws X;

    /** Like {@link #exempt(String, Work)}, for work without a result. */
    <X extends Exception> void exempt(String reason, Action<X> action) throws X;

    /** Work with a result. */
    @FunctionalInterface
    interface Work<T extends @Nullable Object, X extends Exception> {
        /** Does it. */
        T call() throws X;
    }

    /** Work without a result. */
    @FunctionalInterface
    interface Action<X extends Exception> {
        /** Does it. */
        void run() throws X;
    }

    /**
     * What to enter. Immutable; each method returns a changed copy.
     *
     * @param name the window's name
     * @param reason what people are told, or null
     * @param expectedDuration how long the window is expected to last, or null
     * @param drainTimeout how long to wait for writes in flight, or null for the setting
     *     {@code stillwater.drain-timeout}
     */
    record Request(
            String name,
            @Nullable String reason,
            @Nullable Duration expectedDuration,
            @Nullable Duration drainTimeout) {

        /** A request for a window of this name, without reason or expected end. */
        public static Request named(String name) {
            return new Request(name, null, null, null);
        }

        /** With a reason that people are told. */
        public Request because(String newReason) {
            return new Request(name, newReason, expectedDuration, drainTimeout);
        }

        /** With an expected duration, counted from the moment of entering. */
        public Request lasting(Duration duration) {
            return new Request(name, reason, duration, drainTimeout);
        }

        /** With a limit to the wait for writes in flight. */
        public Request withDrainTimeout(Duration timeout) {
            return new Request(name, reason, expectedDuration, timeout);
        }
    }

    /** An application objected; nothing has changed. */
    class ObjectedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final List<String> objections;

        /**
         * @param message says which window was not entered
         * @param objections one line for each objection
         */
        public ObjectedException(String message, List<String> objections) {
            super(message);
            this.objections = List.copyOf(objections);
        }

        /** One line for each objection. */
        public List<String> objections() {
            return objections;
        }
    }

    /** Writes were still in flight when the time was over; nothing has changed. */
    class DrainTimeoutException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final List<String> stragglers;

        /**
         * @param message says how long was waited
         * @param stragglers one line for each write, or application, that was waited for
         */
        public DrainTimeoutException(String message, List<String> stragglers) {
            super(message);
            this.stragglers = List.copyOf(stragglers);
        }

        /** One line for each write, or application, that was waited for. */
        public List<String> stragglers() {
            return stragglers;
        }
    }
}
