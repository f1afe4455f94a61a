package org.stillwater.internal.mode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stillwater.Window;
import org.stillwater.internal.gate.TransactionContext;
import org.stillwater.internal.gate.WriteAdmission;
import org.stillwater.internal.gate.WriteGate;
import org.stillwater.internal.store.MemoryModeStore;
import org.stillwater.spi.ModeSnapshot;
import org.stillwater.spi.Report;

/** The thousands that are refused in read-only mode do not wake the machine, nor make it read the store. */
class QuietGateTest {
    private static final int REFUSED = 200_000;
    private static final Window WINDOW = new Window("w", null, new Window.Owner("u", "h", 1), Instant.now(), null);

    private final AtomicInteger reads = new AtomicInteger();
    private final ForwardingStore store = new ForwardingStore(new MemoryModeStore()) {
        @Override
        public ModeSnapshot read() {
            reads.incrementAndGet();
            return super.read();
        }
    };
    private final WriteGate gate = new WriteGate();
    private final WriteAdmission admission = new WriteAdmission(gate, TransactionContext.NONE);
    private final ModeMachine machine = new ModeMachine(
            store,
            gate,
            admission,
            Identity.of("shop", "1.0"),
            new Watched(List::of, List::of, List::of, List::of),
            Duration.ofHours(1),
            Clock.systemUTC());

    @AfterEach
    void stop() {
        machine.close();
    }

    @Test
    void refusedWritesLeaveTheMachineAlone() {
        machine.start();
        drain();
        await().until(this::isReportedAsDrained);
        machine.tick();
        int before = reads.get();
        long begun = System.nanoTime();
        for (int i = 0; i < REFUSED; i++) {
            assertThat(admission.enter("write") == null).isTrue();
        }
        long polls = (System.nanoTime() - begun) / Timing.POLL.toNanos();
        assertThat(reads.get() - before).isLessThanOrEqualTo((int) polls + 3);
    }

    private void drain() {
        ModeSnapshot now = store.read();
        store.compareAndSet(now, now.draining(WINDOW, Instant.now().plusSeconds(600)));
    }

    private boolean isReportedAsDrained() {
        return store.reports().stream().allMatch(Report::drained);
    }
}
