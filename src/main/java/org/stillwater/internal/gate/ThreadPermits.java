package org.stillwater.internal.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The permits that belong to threads. Each stripe of the gate has a few, so that threads seldom meet. They are made in the
 * order of the stripes, and so lie in it: of a stripe mostly the first is taken, a few lines away from the next stripe's.
 * Thread-safe.
 */
final class ThreadPermits {
    private static final int PER_STRIPE = 8;

    private final WriteAdmission admission;
    private final WriteGate gate;
    private final AtomicReferenceArray<ThreadPermit> all = new AtomicReferenceArray<>(WriteGate.STRIPES * PER_STRIPE);

    ThreadPermits(WriteAdmission admission, WriteGate gate) {
        this.admission = admission;
        this.gate = gate;
        for (int place = 0; place < all.length(); place++) {
            replace(place);
        }
    }

    /** A permit for the calling thread, or null if none of its stripe is free. */
    @Nullable
    ThreadPermit tryTake() {
        Thread thread = Thread.currentThread();
        int first = WriteGate.stripe() * PER_STRIPE;
        for (int place = first; place < first + PER_STRIPE; place++) {
            ThreadPermit permit = all.getAcquire(place);
            if (permit.tryTake(thread)) {
                return permit;
            }
        }
        return null;
    }

    /** Puts a new permit in the place of one that is never to be used again. */
    void replace(int place) {
        all.setRelease(place, new ThreadPermit(this, place));
    }

    /** A permit that no thread refers to. The caller is inside. */
    Admission takeElsewhere(Object what) {
        return admission.takeElsewhere(what);
    }

    void exit(int token) {
        gate.exit(token);
    }

    /** Those that are open. One that was taken before is among them, unless it has ended meanwhile. */
    List<OpenPermit> describe(long nowNanos) {
        List<OpenPermit> open = new ArrayList<>();
        for (int place = 0; place < all.length(); place++) {
            OpenPermit permit = all.getAcquire(place).describe(nowNanos);
            if (permit != null) {
                open.add(permit);
            }
        }
        return open;
    }
}
