package org.stillwater.internal.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Writers leave together while others are turned back; the closer parks without a limit. A lost wake-up hangs it. */
@Timeout(60)
class WriteGateWakeUpStressTest {
    private static final int WRITERS = 3;
    private static final int ROUNDS = 2_000;

    private final WriteGate gate = new WriteGate();
    private final CyclicBarrier inside = new CyclicBarrier(WRITERS + 1);
    private final CyclicBarrier over = new CyclicBarrier(WRITERS + 1);

    @Test
    void theLastOneWakesTheCloser() throws Exception {
        gate.open();
        gate.setCloser(Thread.currentThread());
        ExecutorService pool = Executors.newFixedThreadPool(WRITERS);
        List<Future<?>> writers = new ArrayList<>();
        try {
            for (int i = 0; i < WRITERS; i++) {
                writers.add(pool.submit(this::write));
            }
            for (int round = 0; round < ROUNDS; round++) {
                inside.await();
                gate.close();
                while (!gate.isDrained()) {
                    LockSupport.park();
                    assertThat(Thread.interrupted())
                            .as("interrupted by the time-out")
                            .isFalse();
                }
                gate.open();
                over.await();
            }
        } finally {
            // Whoever waits for a barrier now waits for somebody who failed.
            pool.shutdownNow();
        }
        for (Future<?> writer : writers) {
            writer.get();
        }
        assertThat(gate.inFlight()).isZero();
    }

    private Void write() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            int token = gate.tryEnter();
            inside.await();
            gate.exit(token);
            int late = gate.tryEnter();
            if (late != WriteGate.CLOSED) {
                gate.exit(late);
            }
            over.await();
        }
        return null;
    }
}
