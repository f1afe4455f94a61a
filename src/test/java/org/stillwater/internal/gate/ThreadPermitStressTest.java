package org.stillwater.internal.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Threads of one stripe take the same few permits from each other while the gate flips and an operator looks: no two hold
 * the same one, none is open while the gate says that it is drained, and what is shown belongs to whom it is shown for.
 */
@Timeout(120)
class ThreadPermitStressTest {
    private static final int WRITERS = 4;
    private static final int FLIPS = 3_000;

    private final WriteGate gate = new WriteGate();
    private final WriteAdmission admission = new WriteAdmission(gate, TransactionContext.NONE);
    private final AtomicBoolean stop = new AtomicBoolean();
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicLong admitted = new AtomicLong();
    private final AtomicInteger shared = new AtomicInteger();

    @Test
    void aPermitHasOneHolder() throws Exception {
        List<Thread> writers = new ArrayList<>();
        while (writers.size() < WRITERS) {
            Thread writer = new Thread(this::writeUntilStopped);
            if ((stripeOf(writer.getId())) == 0) {
                writer.setName("writer " + writers.size());
                writers.add(writer);
            }
        }
        writers.forEach(Thread::start);
        int violations = 0;
        List<String> mixedUp = new ArrayList<>();
        for (int flip = 0; flip < FLIPS; flip++) {
            gate.open();
            for (OpenPermit permit : admission.openPermits()) {
                if (!permit.where().startsWith("thread '" + permit.what() + "'")) {
                    mixedUp.add(permit.toString());
                }
            }
            gate.close();
            while (!gate.isDrained()) {
                Thread.onSpinWait();
            }
            violations += inside.get();
        }
        stop.set(true);
        for (Thread writer : writers) {
            writer.join();
        }
        assertThat(violations).isZero();
        assertThat(shared.get()).isZero();
        assertThat(mixedUp).isEmpty();
        assertThat(admitted.get()).isGreaterThan(FLIPS);
        assertThat(gate.inFlight()).isZero();
        assertThat(admission.openPermits()).isEmpty();
    }

    /** As {@link WriteGate#stripe()} has it. */
    private static int stripeOf(long id) {
        return (int) (id ^ (id >>> 16)) & (WriteGate.STRIPES - 1);
    }

    private void writeUntilStopped() {
        String name = Thread.currentThread().getName();
        while (!stop.get()) {
            Admission write = admission.enter(name);
            if (write == null) {
                Thread.onSpinWait();
                continue;
            }
            inside.incrementAndGet();
            Admission nested = admission.enter(name);
            if (nested == null || nested == write) {
                shared.incrementAndGet();
            } else {
                nested.close();
            }
            admitted.incrementAndGet();
            inside.decrementAndGet();
            write.close();
        }
    }
}
