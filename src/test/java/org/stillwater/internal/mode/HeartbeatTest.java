package org.stillwater.internal.mode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.stillwater.AccessMode;
import org.stillwater.internal.gate.Admission;
import org.stillwater.internal.gate.Permit;

/** What depends on how much time has passed; time stands still here until it is moved. */
class HeartbeatTest extends AbstractModeMachineTest {
    private static final Duration NEVER = Duration.ofDays(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(1);
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final AtomicLong NANOS = new AtomicLong(Long.MAX_VALUE - 1);

    HeartbeatTest() {
        super(new Timing(NEVER, HEARTBEAT, GRACE, Clock.fixed(NOW, ZoneOffset.UTC), NANOS::get));
    }

    @Test
    void aReportIsPublishedAgainOnceAHeartbeat() {
        machine.start();
        int before = published();
        machine.tick();
        pass(HEARTBEAT.minusNanos(1));
        machine.tick();
        assertThat(published()).isEqualTo(before);
        pass(Duration.ofNanos(1));
        machine.tick();
        assertThat(published()).isEqualTo(before + 1);
        machine.tick();
        assertThat(published()).isEqualTo(before + 1);
    }

    @Test
    void aChangeIsPublishedAtOnce() {
        machine.start();
        Admission write = write();
        synchronized (machine) {
            int before = published();
            enter(LATER);
            assertThat(published()).isEqualTo(before + 1);
            write.close();
            machine.tick();
            assertThat(published()).isEqualTo(before + 2);
        }
    }

    @Test
    void aRequestKeepsItsPermitForTheGraceOfEachDrain() {
        machine.start();
        enter(LATER);
        pass(GRACE);
        lift();
        Permit request = admission.enterRequest("POST /upload");
        synchronized (machine) {
            enter(LATER);
            pass(GRACE.minusNanos(1));
            machine.tick();
            assertThat(request.isOpen()).isTrue();
            pass(Duration.ofNanos(1));
            machine.tick();
            assertThat(request.isOpen()).isFalse();
        }
    }

    @Test
    void aDrainIsOverdueOnceItWasWatchedForLongerThanItWasMeantToLast() {
        machine.start();
        synchronized (machine) {
            enter(LATER);
            pass(Duration.between(NOW, LATER));
            machine.tick();
            assertThat(machine.mode()).isEqualTo(AccessMode.DRAINING);
            pass(Duration.ofNanos(1));
            machine.tick();
            assertThat(machine.mode()).isEqualTo(AccessMode.READ_WRITE);
        }
    }

    private int published() {
        return Collections.frequency(store.calls(), "publish");
    }

    private static void pass(Duration time) {
        NANOS.addAndGet(time.toNanos());
    }
}
