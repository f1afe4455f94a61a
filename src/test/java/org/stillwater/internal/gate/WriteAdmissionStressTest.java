package org.stillwater.internal.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Chains take inner permits while a reaper ends their outer ones and soft permits are revoked, and the gate flips all the
 * time: while it says that it is drained, no permit is open.
 */
@Timeout(120)
class WriteAdmissionStressTest {
    private static final int WRITERS = 6;
    private static final int FLIPS = 1_500;

    private final WriteGate gate = new WriteGate();
    private final WriteAdmission admission = new WriteAdmission(gate, TransactionContext.NONE);
    private final AtomicBoolean stop = new AtomicBoolean();
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger innerAdmitted = new AtomicInteger();
    private final ConcurrentLinkedQueue<Permit> toReap = new ConcurrentLinkedQueue<>();

    @Test
    void noPermitIsOpenWhileDrained() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(WRITERS + 1);
        List<Future<?>> tasks = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            tasks.add(pool.submit(this::writeUntilStopped));
        }
        tasks.add(pool.submit(this::reapUntilStopped));
        int violations = 0;
        for (int flip = 0; flip < FLIPS; flip++) {
            gate.open();
            Thread.yield();
            gate.close();
            while (!gate.isDrained()) {
                admission.revokeSoft();
                Thread.onSpinWait();
            }
            for (int look = 0; look < 100; look++) {
                violations += inside.get() == 0 ? 0 : 1;
            }
        }
        stop.set(true);
        pool.shutdown();
        for (Future<?> task : tasks) {
            task.get();
        }
        assertThat(violations).isZero();
        assertThat(innerAdmitted.get()).isPositive();
        assertThat(gate.inFlight()).isZero();
        assertThat(admission.openPermits()).isEmpty();
    }

    private void writeUntilStopped() {
        while (!stop.get()) {
            Permit request = admission.enterRequest("request");
            if (request != null) {
                toReap.add(request);
                // From here on the reaper may end it, and the flipper may revoke it, at any moment.
                Admission inner = admission.enter("inner");
                if (inner != null) {
                    inside.incrementAndGet();
                    innerAdmitted.incrementAndGet();
                    inside.decrementAndGet();
                    inner.close();
                }
                request.close();
            }
            admission.leaveThread();
        }
    }

    private void reapUntilStopped() {
        while (!stop.get()) {
            Permit next = toReap.poll();
            if (next != null) {
                next.close();
            }
        }
        toReap.clear();
    }
}
