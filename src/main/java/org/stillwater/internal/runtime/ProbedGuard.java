package org.stillwater.internal.runtime;

import java.time.Duration;

/** A guard that finds out whether its database really refuses to write. Thread-safe; compared by identity. */
public interface ProbedGuard {
    /**
     * Finds out, and remembers it. May block for as long as the database, or a pool of connections, lets it wait.
     *
     * @return false if it makes sense to try again later
     */
    boolean probe();

    /** Is told that finding out takes longer than this; the thread that does it is interrupted. */
    void probeTakesLongerThan(Duration limit);
}
