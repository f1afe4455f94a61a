package org.stillwater.internal.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class OpenPermitsTest {
    private static final int MORE_THAN_A_STRIPE_HAS_ROOM_FOR = 20;

    private final WriteGate gate = new WriteGate();
    private final WriteAdmission admission = new WriteAdmission(gate, TransactionContext.NONE);

    OpenPermitsTest() {
        gate.open();
    }

    @Test
    void oneThreadMayHoldMoreThanItsStripeHasRoomFor() {
        List<Admission> held = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < MORE_THAN_A_STRIPE_HAS_ROOM_FOR; i++) {
            names.add("write " + i);
            held.add(admission.enter("write " + i));
        }
        assertThat(names()).containsExactlyInAnyOrderElementsOf(names);
        for (Admission write : held) {
            write.close();
            names.remove(0);
            assertThat(names()).containsExactlyInAnyOrderElementsOf(names);
        }
    }

    @Test
    void aPlaceThatBecameFreeIsTakenAgain() {
        Admission first = admission.enter("first");
        Admission second = admission.enter("second");
        first.close();
        Admission third = admission.enter("third");
        assertThat(names()).containsExactlyInAnyOrder("second", "third");
        second.close();
        third.close();
        assertThat(names()).isEmpty();
    }

    @Test
    void eachThreadsPermitsAreListed() throws Exception {
        List<Admission> held = new ArrayList<>();
        for (int i = 0; i < 3 * WriteGate.STRIPES; i++) {
            Thread writer = new Thread(() -> held.add(admission.enter("write")));
            writer.start();
            writer.join();
        }
        assertThat(names()).hasSize(3 * WriteGate.STRIPES);
        held.forEach(Admission::close);
        assertThat(names()).isEmpty();
    }

    /** Or a pooled thread would keep the class loader of an application that is gone. */
    @Test
    void aThreadKeepsNothingOfAWriteThatHasEnded() {
        WeakReference<Object> written = new WeakReference<>(writeOnce());
        awaitCollected(written);
    }

    @Test
    void whatFoundNoPlaceIsForgottenAsWell() {
        List<Admission> held = new ArrayList<>();
        for (int i = 0; i < MORE_THAN_A_STRIPE_HAS_ROOM_FOR; i++) {
            held.add(admission.enter("write"));
        }
        WeakReference<Object> written = new WeakReference<>(writeOnce());
        held.forEach(Admission::close);
        awaitCollected(written);
    }

    private static void awaitCollected(WeakReference<Object> written) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            System.gc();
            return written.get() == null;
        });
    }

    private Object writeOnce() {
        Object what = new Object();
        admission.enter(what).close();
        return what;
    }

    private List<String> names() {
        return admission.openPermits().stream().map(OpenPermit::what).toList();
    }
}
