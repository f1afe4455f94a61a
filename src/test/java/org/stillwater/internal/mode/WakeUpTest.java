package org.stillwater.internal.mode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stillwater.AccessMode;
import org.stillwater.internal.gate.Admission;

/** A machine that is never in time by polling: whatever must be seen at once wakes it. */
class WakeUpTest extends AbstractModeMachineTest {
    private static final Duration NEVER = Duration.ofDays(1);

    private final Set<Thread> ofOthers = Thread.getAllStackTraces().keySet();

    WakeUpTest() {
        super(new Timing(NEVER, NEVER, NEVER, Clock.fixed(NOW, ZoneOffset.UTC), System::nanoTime));
    }

    @Test
    void aChangeInTheStoreWakesIt() {
        startAndAwaitRest();
        announce(LATER);
        await().until(() -> report().hasDrained(1));
    }

    @Test
    void whoeverLeavesTheClosedGateEmptyWakesIt() {
        startAndAwaitRest();
        Admission write = write();
        announce(LATER);
        await().until(() -> report().mode() == AccessMode.DRAINING);
        assertThat(report().drained()).isFalse();
        write.close();
        await().until(() -> report().hasDrained(1));
    }

    @Test
    void theAnswerOfADatabaseWakesIt() {
        FakeDatabase shop = new FakeDatabase("shop");
        shop.open("a transaction");
        databases.add(shop);
        startAndAwaitRest();
        announce(LATER);
        await().until(() -> !report().stragglers().isEmpty());
        shop.commit();
        await().until(() -> report().isDrainVerified());
    }

    @Test
    void whoStopsItWakesItAndSoDoesTheLastWrite() {
        startAndAwaitRest();
        Admission write = write();
        machine.close();
        await().until(() -> report().mode() == AccessMode.READ_ONLY);
        write.close();
        await().until(store::isClosed);
        assertThat(store.reports()).isEmpty();
    }

    @Test
    void noThreadOfItsKeepsTheServerFromEnding() {
        FakeDatabase shop = new FakeDatabase("shop");
        shop.hang();
        databases.add(shop);
        startAndAwaitRest();
        announce(LATER);
        await().until(() -> shop.questions() == 1);
        assertThat(threads())
                .allMatch(Thread::isDaemon)
                .extracting(Thread::getName)
                .containsExactlyInAnyOrder("stillwater-shop", "stillwater-verify");
        machine.close();
    }

    /** A thread that has not come to rest yet would see a change without being woken. */
    private void startAndAwaitRest() {
        machine.start();
        await().until(() -> threads().map(Thread::getState).toList(), List.of(Thread.State.TIMED_WAITING)::equals);
    }

    private Stream<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("stillwater-") && !ofOthers.contains(thread));
    }
}
