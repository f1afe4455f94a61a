package org.stillwater.spi;

import java.util.List;

/**
 * Keeps the mode and the open windows, and shares them with every application and tool that uses the same store. It
 * survives restarts and redeployments.
 *
 * <p>An implementation must be thread-safe, and {@link #compareAndSet} must be atomic among all processes that share the
 * store: of two calls with the same expected epoch at most one returns true. A store that is not initialised reads as
 * {@link ModeSnapshot#INITIAL}. Whatever else goes wrong is a {@link ModeStoreException}, never a guess.
 */
public interface ModeStore extends AutoCloseable {
    /**
     * The snapshot with the highest epoch.
     *
     * @throws ModeStoreException if the store cannot be read, is corrupt, or has disappeared after it was seen
     */
    ModeSnapshot read();

    /**
     * Replaces the snapshot of the expected epoch by the next one. When it returns true the change is durable.
     *
     * @param next a snapshot whose epoch is the expected one plus one
     * @return false if the store has moved on
     * @throws ModeStoreException if the store cannot be read or written
     */
    boolean compareAndSet(ModeSnapshot expected, ModeSnapshot next);

    /**
     * Makes the store readable again whatever state it is in, with no window open, at an epoch above every epoch that
     * any application can have seen. The way out for an operator; applications never call it.
     *
     * @throws ModeStoreException if the store cannot be written
     */
    ModeSnapshot reset();

    /**
     * Publishes, or replaces, the report of one running application. It is visible to {@link #reports()} of every
     * process when this returns, and counts as alive until {@link #withdraw} or the end of the process.
     *
     * @throws ModeStoreException if the store cannot be written
     */
    void publish(Report report);

    /** Withdraws a report that this process has published. */
    void withdraw(String instance);

    /**
     * The reports of all applications, alive or gone.
     *
     * @throws ModeStoreException if the store cannot be read
     */
    List<Report> reports();

    /** Where the store is, as an operator would name it. */
    String location();

    /** Releases what the store holds; withdraws what this process has published. */
    @Override
    void close();
}
