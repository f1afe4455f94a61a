package org.stillwater.internal.replica;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Who reads a replica now, and whether anybody has since caches were emptied. What was read before a window was lifted may
 * get into a cache after that has been emptied; so it is emptied again when the last reader has ended. Thread-safe.
 */
final class ReplicaUse {
    private final AtomicInteger readers = new AtomicInteger();
    private final Runnable left;
    private volatile boolean wasRead;

    /** @param left is called when the replica has been read, and nobody reads it any more; may block */
    ReplicaUse(Runnable left) {
        this.left = left;
    }

    void begin() {
        wasRead = true;
        readers.incrementAndGet();
    }

    /** Returns whether nobody reads it any more. */
    boolean end() {
        return readers.decrementAndGet() == 0;
    }

    /** @param over whether nobody begins to read it any more */
    void emptyCaches(boolean over) {
        if (over && wasRead && readers.get() == 0) {
            wasRead = false;
            left.run();
        }
    }
}
