package org.stillwater.internal.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many waiters, many flips: nobody misses the last opening, and nobody is inside while the gate is drained. */
@Timeout(120)
class WaitingLineStressTest {
    private static final int WAITERS = 3;
    private static final int ROUNDS = 100;

    private final WriteGate gate = new WriteGate();
    private final WriteAdmission admission = new WriteAdmission(gate, TransactionContext.NONE);
    private final WaitingLine line = new WaitingLine(WAITERS, Duration.ofMinutes(10));
    private final AtomicInteger inside = new AtomicInteger();

    private final AtomicInteger waited = new AtomicInteger();
    private final AtomicBoolean stop = new AtomicBoolean();
    private final long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();

    @Test
    void nobodyMissesAnOpening() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(WAITERS);
        List<Future<?>> waiters = new ArrayList<>();
        for (int i = 0; i < WAITERS; i++) {
            waiters.add(pool.submit(this::write));
        }
        try {
            // On a fast machine few find the gate closed; then it takes more rounds.
            for (int round = 0; round < ROUNDS || waited.get() < ROUNDS; round++) {
                assertThat(System.nanoTime())
                        .as("only %s waiters found the gate closed", waited)
                        .isLessThan(deadline);
                flip();
            }
        } finally {
            stop.set(true);
            gate.open();
            line.stop();
            pool.shutdown();
        }
        for (Future<?> waiter : waiters) {
            waiter.get();
        }
    }

    private void flip() {
        gate.close();
        spinUntil("the gate does not drain", gate::isDrained);
        assertThat(inside).hasValue(0);
        // Opened in the very moment in which writers find it closed and begin to wait.
        for (int i = 0; i < 200; i++) {
            gate.close();
            Thread.onSpinWait();
            gate.open();
            line.opened();
            spinUntil("somebody has missed the opening and waits on", () -> line.size() == 0);
        }
    }

    private void write() {
        while (!stop.get()) {
            Admission admitted = admission.enter("a write");
            if (admitted == null) {
                waited.incrementAndGet();
                admitted = waitForIt();
            }
            if (admitted != null) {
                inside.incrementAndGet();
                inside.decrementAndGet();
                admitted.close();
            }
        }
    }

    private @Nullable Admission waitForIt() {
        return line.await(() -> admission.enter("a write")) instanceof WaitingLine.Outcome.Admitted admitted
                ? admitted.admission()
                : null;
    }

    private void spinUntil(String problem, BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(problem).isLessThan(deadline);
            Thread.yield();
        }
    }
}
