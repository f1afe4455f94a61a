package org.stillwater.internal.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WriteGateTest {
    private final WriteGate gate = new WriteGate();

    @Test
    void isCreatedClosed() {
        assertThat(gate.tryEnter()).isEqualTo(WriteGate.CLOSED);
        assertThat(gate.isDrained()).isTrue();
    }

    @Test
    void countsThoseInside() {
        gate.open();
        int first = gate.tryEnter();
        int second = gate.enterNested();
        assertThat(gate.inFlight()).isEqualTo(2);
        gate.exit(first);
        gate.exit(second);
        assertThat(gate.inFlight()).isZero();
    }

    @Test
    void isNotDrainedWhileOpen() {
        gate.open();
        assertThat(gate.isDrained()).isFalse();
    }

    @Test
    void thoseInsideStayInsideWhenItCloses() {
        gate.open();
        int token = gate.tryEnter();
        gate.close();
        assertThat(gate.tryEnter()).isEqualTo(WriteGate.CLOSED);
        assertThat(gate.isDrained()).isFalse();
        gate.exit(token);
        assertThat(gate.isDrained()).isTrue();
    }

    @Test
    void mayBeLeftOnAnotherThread() throws Exception {
        gate.open();
        int token = gate.tryEnter();
        gate.close();
        Thread reaper = new Thread(() -> gate.exit(token));
        reaper.start();
        reaper.join();
        assertThat(gate.isDrained()).isTrue();
    }

    @Test
    void whoLeavesWakesTheCloser() throws Exception {
        gate.open();
        int token = gate.tryEnter();
        gate.close();
        CountDownLatch drained = new CountDownLatch(1);
        Thread closer = new Thread(() -> {
            while (!gate.isDrained()) {
                LockSupport.park();
            }
            drained.countDown();
        });
        gate.setCloser(closer);
        closer.start();
        gate.exit(token);
        assertThat(drained.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void hasAPowerOfTwoStripesAtLeastFourACore() {
        assertThat(WriteGate.stripes(1)).isEqualTo(16);
        assertThat(WriteGate.stripes(4)).isEqualTo(16);
        assertThat(WriteGate.stripes(5)).isEqualTo(32);
        assertThat(WriteGate.stripes(64)).isEqualTo(256);
    }
}
