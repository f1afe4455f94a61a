package org.stillwater.internal.replica;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * The transactions that read a primary although it has a replica, because they began before the window. Each can be asked
 * whether it is over, since a server does not always say so; who is over is forgotten when somebody counts, or when there
 * are many. Thread-safe.
 */
final class PrimaryReaders {
    private static final int MANY = 256;

    private final Set<BooleanSupplier> open = ConcurrentHashMap.newKeySet();

    /** @param over says whether the transaction has ended; compared by identity */
    void add(BooleanSupplier over) {
        open.add(over);
        if (open.size() > MANY) {
            forgetEnded();
        }
    }

    int count() {
        forgetEnded();
        return open.size();
    }

    private void forgetEnded() {
        open.removeIf(BooleanSupplier::getAsBoolean);
    }
}
