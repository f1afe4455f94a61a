package org.stillwater;

/** What happens to a call of a {@link Writes} method while writes are refused. */
public enum WhenReadOnly {
    /**
     * The method is not called; the caller gets a {@link ReadOnlyModeException}. The default.
     *
     * <p>Where nobody would see it, the work is kept instead: the callback of an EJB timer is called after the lift, and a
     * message-driven bean gets its message then.
     */
    REFUSE,

    /**
     * The method is not called; the caller gets {@code null}, zero, {@code false} or an empty {@code Optional},
     * collection, map, stream or completed stage, as the return type asks. For work that may be left out, such as a view
     * counter.
     */
    SKIP,

    /**
     * The caller waits until writes are accepted again, for at most {@code stillwater.wait-timeout} (5 s) and with at
     * most {@code stillwater.max-waiters} (64) others; then it is as {@link #REFUSE}. For short windows, and for callers
     * that can spare the thread.
     *
     * <p>Only where no JTA transaction is there at entry, else the call is refused at once: a transaction that waits
     * keeps the locks of what it has read, the migration queues behind them, and all readers behind the migration. So it
     * fits CDI beans (with {@code @Transactional} too, which begins its transaction later), REST resources, and EJB
     * methods without container transaction ({@code NOT_SUPPORTED}, {@code NEVER}, bean-managed).
     *
     * <p>An interrupted wait is refused, and the thread's interrupt status is set.
     */
    WAIT,

    /**
     * The method is called in every mode. For a method that does not write in a class that is marked as a whole, or that
     * must run all the same. It does not open the guards below: what such a method sends to a guarded database while
     * writes are refused is refused there.
     */
    ALLOW
}
