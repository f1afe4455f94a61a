package org.stillwater.internal.mode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.stillwater.AccessMode;
import org.stillwater.internal.gate.Admission;
import org.stillwater.internal.gate.Permit;
import org.stillwater.internal.gate.WriteGate;
import org.stillwater.spi.DrainVerdict;
import org.stillwater.spi.ModeSnapshot;
import org.stillwater.spi.Report;

class ModeMachineTest extends AbstractModeMachineTest {
    ModeMachineTest() {
        super(Timing.of(Duration.ofHours(1), Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    @Test
    void publishesBeforeItReadsTheModeAndAdmitsAfterwards() {
        store.onFirstPublish(() -> assertThat(gate.tryEnter()).isEqualTo(WriteGate.CLOSED));
        machine.start();
        assertThat(store.calls()).startsWith("publish", "read");
        assertThat(machine.mode()).isEqualTo(AccessMode.READ_WRITE);
        assertThat(admission.isAdmitted()).isFalse();
        write().close();
    }

    @Test
    void anApplicationThatCannotPublishAdmitsNothing() {
        store.failPublishing("disk full");
        machine.start();
        assertThat(machine.mode()).isEqualTo(AccessMode.READ_ONLY);
        assertThat(machine.state().fault()).contains("disk full");
        assertThat(admission.enter("write")).isNull();
        store.failPublishing(null);
        machine.tick();
        assertThat(machine.mode()).isEqualTo(AccessMode.READ_WRITE);
    }

    @Test
    void closesTheGateWhenItDrainsAndOpensItWhenTheWindowIsLifted() {
        machine.start();
        enter(NOW.plusSeconds(30));
        assertThat(admission.enter("write")).isNull();
        assertThat(machine.mode()).isEqualTo(AccessMode.DRAINING);
        store.compareAndSet(store.read(), store.read().aborted());
        machine.tick();
        write().close();
        assertThat(told).extracting(ModeState::mode).endsWith(AccessMode.DRAINING, AccessMode.READ_WRITE);
    }

    @Test
    void saysDrainedOnlyWhenTheLastPermitHasEnded() {
        machine.start();
        Admission write = write();
        enter(NOW.plusSeconds(30));
        assertThat(report().drained()).isFalse();
        assertThat(report().inFlight()).isOne();
        assertThat(report().stragglers()).extracting(Report.Straggler::what).containsExactly("a write");
        write.close();
        machine.tick();
        assertThat(report().drained()).isTrue();
        assertThat(report().hasDrained(1)).isTrue();
        assertThat(report().guards()).containsExactly("a guard");
    }

    @Test
    void saysDrainedOnlyWhenTheDatabaseHasNothingOpen() {
        FakeDatabase shop = new FakeDatabase("shop");
        shop.open("a transaction");
        databases.add(shop);
        machine.start();
        enter(NOW.plusSeconds(30));
        Awaitility.await().until(() -> !report().stragglers().isEmpty());
        assertThat(report().drained()).isFalse();
        assertThat(report().inFlight()).isZero();
        assertThat(report().stragglers()).extracting(Report.Straggler::what).containsExactly("a transaction");
        assertThat(report().drains()).extracting(DrainVerdict::state).containsExactly(DrainVerdict.State.WAITING);
        shop.commit();
        Awaitility.await().until(() -> report().hasDrained(1));
        assertThat(report().isDrainVerified()).isTrue();
        assertThat(report().stragglers()).isEmpty();
    }

    @Test
    void aDatabaseThatHangsDoesNotStopTheHeartbeat() {
        FakeDatabase shop = new FakeDatabase("shop");
        shop.hang();
        databases.add(shop);
        machine.start();
        enter(NOW.plusSeconds(30));
        Awaitility.await().until(() -> shop.questions() == 1);
        Instant before = report().updated();
        Awaitility.await().until(() -> report().updated().isAfter(before));
        assertThat(report().drained()).isFalse();
    }

    @Test
    void aDatabaseIsAskedOnlyWhenNoWriteIsInFlight() {
        FakeDatabase shop = new FakeDatabase("shop");
        databases.add(shop);
        machine.start();
        Admission write = write();
        enter(NOW.plusSeconds(30));
        machine.tick();
        assertThat(shop.drains()).isZero();
        write.close();
        Awaitility.await().until(() -> report().hasDrained(1));
        assertThat(shop.drains()).isOne();
    }

    @Test
    void followsTheStoreByItself() {
        machine.start();
        store.compareAndSet(store.read(), store.read().draining(WINDOW, NOW.plusSeconds(30)));
        Awaitility.await().until(() -> report().hasDrained(1));
        store.compareAndSet(store.read(), store.read().aborted());
        Awaitility.await().until(() -> machine.mode() == AccessMode.READ_WRITE);
    }

    @Test
    void aDrainWhoseToolDiedReturnsToReadWriteAfterItsDeadline() {
        machine.start();
        enter(NOW.minusSeconds(1));
        assertThat(machine.mode()).isEqualTo(AccessMode.READ_WRITE);
        assertThat(store.read()).isEqualTo(ModeSnapshot.readWrite(2));
    }

    @Test
    void aDrainWhoseToolDiedEndsEvenIfTheClockWasSetBack() {
        Clock hoursAgo = Clock.fixed(NOW.minus(Duration.ofHours(5)), ZoneOffset.UTC);
        ModeMachine late = new ModeMachine(
                store,
                gate,
                admission,
                Identity.of("shop", "1.0"),
                new Watched(List::of, List::of, List::of, List::of),
                Duration.ofHours(1),
                hoursAgo);
        late.start();
        store.compareAndSet(store.read(), store.read().draining(WINDOW, NOW.plusMillis(300)));
        late.tick();
        assertThat(late.mode()).isEqualTo(AccessMode.DRAINING);
        Awaitility.await().until(() -> late.mode() == AccessMode.READ_WRITE);
        late.close();
    }

    @Test
    void readOnlyModeHasNoDeadline() {
        machine.start();
        enter(NOW.plusSeconds(30));
        store.compareAndSet(store.read(), store.read().readOnly(true));
        machine.tick();
        assertThat(machine.mode()).isEqualTo(AccessMode.READ_ONLY);
    }

    @Test
    void aStoreThatCannotBeReadRefusesAndRecovers() {
        machine.start();
        store.failReading("it is gone");
        machine.tick();
        assertThat(machine.mode()).isEqualTo(AccessMode.READ_ONLY);
        assertThat(machine.state().fault()).contains("it is gone");
        assertThat(admission.enter("write")).isNull();
        assertThat(report().hasDrained(0))
                .as("an application that does not know the mode")
                .isFalse();
        store.failReading(null);
        machine.tick();
        assertThat(machine.mode()).isEqualTo(AccessMode.READ_WRITE);
        write().close();
    }

    @Test
    void anApplicationWhoseStoreIsBackStartsTheProtocolAgain() {
        machine.start();
        synchronized (machine) { // so that its own thread does not tick in between
            store.failReading("it is gone");
            machine.tick();
            store.failReading(null);
            store.failPublishing("read-only file system");
            machine.tick();
            assertThat(admission.enter("write")).as("nobody could wait for it").isNull();
            assertThat(machine.state().fault()).contains("read-only file system");
            store.failPublishing(null);
            store.calls().clear();
            store.onFirstPublish(() -> assertThat(admission.enter("write")).isNull());
            machine.tick();
            assertThat(store.calls()).startsWith("read", "publish", "read");
        }
        write().close();
    }

    @Test
    void aRequestThatHasNotWrittenDelaysADrainByTheGraceAtMost() {
        ModeMachine impatient = machine(Timing.of(Duration.ZERO, Clock.fixed(NOW, ZoneOffset.UTC)));
        impatient.start();
        Permit request = admission.enterRequest("POST /upload");
        store.compareAndSet(store.read(), store.read().draining(WINDOW, NOW.plusSeconds(30)));
        impatient.tick();
        impatient.tick();
        assertThat(request.isOpen()).isFalse();
        assertThat(report().hasDrained(1)).isTrue();
        impatient.close();
    }

    @Test
    void aWriteWhoseEndWasNotToldIsFoundWhenItDrains() {
        machine.start();
        AtomicBoolean over = new AtomicBoolean();
        Permit write = admission.enterConnection("write");
        write.endsWhen(over::get);
        enter(NOW.plusSeconds(30));
        machine.tick();
        assertThat(gate.isDrained()).isFalse();
        over.set(true);
        machine.tick();
        assertThat(gate.isDrained()).isTrue();
    }

    @Test
    void anApplicationIsStoppedOnceTheEndThatWasNotToldIsFound() {
        machine.start();
        admission.enterConnection("write").endsWhen(() -> machine.state().equals(ModeState.STOPPED));
        machine.close();
        Awaitility.await().until(() -> store.reports().isEmpty());
    }

    @Test
    void aListenerThatThrowsDoesNotStopTheChange() {
        machine.listen((before, now) -> {
            throw new IllegalStateException("an observer of the application");
        });
        machine.start();
        enter(NOW.plusSeconds(30));
        assertThat(machine.mode()).isEqualTo(AccessMode.DRAINING);
    }

    @Test
    void afterItIsStoppedNothingIsAdmittedAndTheReportIsGone() {
        machine.start();
        machine.close();
        assertThat(admission.enter("write")).isNull();
        assertThat(store.reports()).isEmpty();
    }

    @Test
    void aStoppedApplicationReportsUntilItsLastWriteHasEnded() {
        machine.start();
        Admission write = write();
        machine.close();
        assertThat(report().hasDrained(0)).isFalse();
        write.close();
        Awaitility.await().untilAsserted(() -> assertThat(store.reports()).isEmpty());
    }

    @Test
    void theReportOfAStoppedApplicationGoesWhateverFails() {
        AtomicBoolean undeployed = new AtomicBoolean();
        AtomicInteger asked = new AtomicInteger();
        ModeMachine broken = new ModeMachine(
                store,
                gate,
                admission,
                Identity.of("broken", "1.0"),
                new Watched(
                        () -> {
                            if (undeployed.get()) {
                                asked.incrementAndGet();
                                throw new NoClassDefFoundError("a class of the application");
                            }
                            return List.of();
                        },
                        List::of,
                        List::of,
                        List::of),
                Duration.ofHours(1),
                Clock.fixed(NOW, ZoneOffset.UTC));
        broken.start();
        Admission write = write();
        undeployed.set(true);
        broken.close();
        Awaitility.await().until(() -> asked.get() >= 2);
        write.close();
        Awaitility.await().untilAsserted(() -> assertThat(store.reports()).isEmpty());
    }
}
