package org.stillwater.internal.mode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.stillwater.Window;
import org.stillwater.internal.gate.Admission;
import org.stillwater.internal.gate.TransactionContext;
import org.stillwater.internal.gate.WriteAdmission;
import org.stillwater.internal.gate.WriteGate;
import org.stillwater.spi.ModeSnapshot;
import org.stillwater.spi.Report;

/** A machine over a store that remembers. */
abstract class AbstractModeMachineTest {
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    static final Instant LATER = NOW.plusSeconds(30);
    static final Window WINDOW = new Window("w", null, new Window.Owner("u", "h", 1), NOW, null);

    final RecordingStore store = new RecordingStore();
    final WriteGate gate = new WriteGate();
    final WriteAdmission admission = new WriteAdmission(gate, TransactionContext.NONE);
    final List<ModeState> told = new ArrayList<>();
    final List<DrainSource> databases = new ArrayList<>();
    final ModeMachine machine;

    AbstractModeMachineTest(Timing timing) {
        machine = machine(timing);
    }

    final ModeMachine machine(Timing timing) {
        ModeMachine created = new ModeMachine(
                store,
                gate,
                admission,
                Identity.of("shop", "1.0"),
                new Watched(() -> List.of("a guard"), List::of, () -> databases, List::of),
                timing);
        created.listen((before, now) -> told.add(now));
        return created;
    }

    @AfterEach
    void stop() {
        machine.close();
    }

    final Admission write() {
        Admission write = admission.enter("a write");
        assertThat(write).isNotNull();
        return write;
    }

    final void enter(Instant deadline) {
        announce(deadline);
        machine.tick();
    }

    /** Leaves it to the machine to find out. */
    final void announce(Instant deadline) {
        ModeSnapshot now = store.read();
        store.compareAndSet(now, now.draining(WINDOW, deadline));
    }

    final void lift() {
        store.compareAndSet(store.read(), store.read().aborted());
        machine.tick();
    }

    final Report report() {
        return store.reports().get(0);
    }
}
