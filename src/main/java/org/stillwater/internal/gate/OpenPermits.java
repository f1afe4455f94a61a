package org.stillwater.internal.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The permits that have not ended. Each stripe of the gate has a few places, so that to come and go allocates nothing and
 * threads do not meet; who finds none free goes where there is room for all.
 *
 * <p>A permit that was added before {@link #list()} was called and has not been removed is in the list. One that is
 * removed meanwhile may be; it is closed then. Thread-safe.
 */
final class OpenPermits {
    private static final int OVERFLOW = -1;
    private static final int PLACES = 8;
    /** 128 bytes with references of four bytes: stripes share no line and no pair of adjacent lines. */
    private static final int REFERENCES_PER_STRIPE = 32;

    private final AtomicReferenceArray<Permit> places =
            new AtomicReferenceArray<>(WriteGate.STRIPES * REFERENCES_PER_STRIPE);
    private final Set<Permit> overflow = ConcurrentHashMap.newKeySet();

    /** Adds a permit; its place is written before anybody else can see it there. */
    void add(Permit permit) {
        int first = WriteGate.stripe() * REFERENCES_PER_STRIPE;
        for (int place = first; place < first + PLACES; place++) {
            if (places.getPlain(place) == null) {
                permit.setPlace(place);
                if (places.compareAndSet(place, null, permit)) {
                    return;
                }
            }
        }
        permit.setPlace(OVERFLOW);
        overflow.add(permit);
    }

    /** Removes a permit that was added, once. */
    void remove(Permit permit) {
        int place = permit.place();
        if (place == OVERFLOW) {
            overflow.remove(permit);
        } else {
            places.setRelease(place, null);
        }
    }

    List<Permit> list() {
        List<Permit> all = new ArrayList<>(overflow);
        for (int first = 0; first < places.length(); first += REFERENCES_PER_STRIPE) {
            for (int place = first; place < first + PLACES; place++) {
                Permit permit = places.get(place);
                if (permit != null) {
                    all.add(permit);
                }
            }
        }
        return all;
    }
}
