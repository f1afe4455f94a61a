package org.stillwater.internal.mode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stillwater.AccessMode;
import org.stillwater.Window;
import org.stillwater.internal.gate.Admission;
import org.stillwater.internal.log.LogRecorder;
import org.stillwater.spi.ModeSnapshot;
import org.stillwater.spi.ModeStoreException;

/** What an operator finds in the log: each change once, and each problem once. */
class ModeMachineLogTest extends AbstractModeMachineTest {
    private final LogRecorder log = LogRecorder.of("org.stillwater.mode");

    ModeMachineLogTest() {
        super(Timing.of(Duration.ofHours(1), Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    @AfterEach
    void stopRecording() {
        log.close();
    }

    @Test
    void aChangeOfModeIsLoggedOnceWithItsWindows() {
        machine.start();
        Window named = new Window("release", "version 4.2", new Window.Owner("u", "h", 1), NOW, null);
        ModeSnapshot now = store.read();
        store.compareAndSet(now, now.draining(named, LATER));
        machine.tick();
        machine.tick();
        assertThat(logged("STILL00204"))
                .containsExactly(
                        "STILL00204: Mode READ_WRITE (epoch 0)",
                        "STILL00204: Mode DRAINING (epoch 1), window 'release' of " + named.owner() + ": version 4.2");
    }

    @Test
    void aWindowWithoutAReasonIsLoggedWithoutOne() {
        machine.start();
        enter(LATER);
        assertThat(logged("STILL00204")).last().asString().endsWith("window 'w' of " + WINDOW.owner());
    }

    @Test
    void whatChangesWithinAModeIsNotAChangeOfMode() {
        machine.start();
        enter(LATER);
        store.compareAndSet(store.read(), store.read().readOnly(false));
        machine.tick();
        int before = logged("STILL00204").size();
        ModeSnapshot now = store.read();
        Window second = new Window("second", null, WINDOW.owner(), NOW, null);
        assertThat(store.compareAndSet(now, now.with(second))).isTrue();
        machine.tick();
        assertThat(machine.state().snapshot().windows()).hasSize(2);
        assertThat(logged("STILL00204")).hasSize(before);
    }

    @Test
    void theEndOfAFaultIsLoggedEvenIfTheModeIsTheSame() {
        machine.start();
        enter(LATER);
        store.compareAndSet(store.read(), store.read().readOnly(true));
        machine.tick();
        store.failReading("it is gone");
        machine.tick();
        int before = logged("STILL00204").size();
        store.failReading(null);
        machine.tick();
        assertThat(logged("STILL00204")).hasSize(before + 1);
        assertThat(logged("STILL00203")).hasSize(1);
    }

    @Test
    void theApplicationThatEndsAnOverdueDrainSaysSo() {
        machine.start();
        enter(NOW.minusSeconds(1));
        assertThat(logged("STILL00202"))
                .containsExactly("STILL00202: The drain for window 'w' ran out of time (deadline " + NOW.minusSeconds(1)
                        + "). Writes go on");
    }

    @Test
    void theOneThatComesTooLateForThatSaysNothing() {
        store.loseRaces();
        machine.start();
        enter(NOW.minusSeconds(1));
        assertThat(machine.mode()).isEqualTo(AccessMode.READ_WRITE);
        assertThat(logged("STILL00202")).isEmpty();
    }

    @Test
    void aProblemWithoutAMessageIsNamedByItsClass() {
        machine.start();
        store.failReadingWith(() -> new ModeStoreException(null));
        machine.tick();
        assertThat(machine.state().fault()).contains("ModeStoreException");
    }

    @Test
    void aStoreThatBreaksTheContractIsAFaultToo() {
        machine.start();
        store.failReadingWith(() -> new IllegalStateException("a bug of the store"));
        await().until(() -> machine.mode() == AccessMode.READ_ONLY);
        assertThat(machine.refusesNewWrites()).isTrue();
        assertThat(machine.state().fault()).contains("failed unexpectedly", "a bug of the store");
        store.failReading(null);
        await().until(() -> machine.mode() == AccessMode.READ_WRITE);
        assertThat(machine.refusesNewWrites()).isFalse();
    }

    @Test
    void aReportThatCannotBePublishedIsLoggedOnce() {
        machine.start();
        store.failPublishing("disk full");
        enter(LATER);
        machine.tick();
        assertThat(logged("STILL00206"))
                .containsExactly("STILL00206: The report of this application is not published: disk full");
        assertThat(report().mode()).isEqualTo(AccessMode.READ_WRITE);
        store.failPublishing(null);
        machine.tick();
        assertThat(report().mode()).isEqualTo(AccessMode.DRAINING);
        store.failPublishing("disk full");
        lift();
        assertThat(logged("STILL00206")).hasSize(2);
    }

    @Test
    void aDatabaseThatCannotBeAskedIsLoggedOnce() {
        FakeDatabase shop = new FakeDatabase("shop");
        shop.fail(new SQLException("permission denied"));
        databases.add(shop);
        machine.start();
        for (int drain = 0; drain < 2; drain++) {
            enter(LATER);
            await().until(() -> report().drained());
            assertThat(logged("STILL00209")).singleElement().asString().contains("'shop'", "permission denied");
            lift();
        }
    }

    @Test
    void writesInFlightAreNamedWhileTheyDelayADrainOnly() {
        machine.start();
        Admission write = write();
        machine.tick();
        store.failReading("it is gone");
        machine.tick();
        assertThat(report().stragglers()).hasSize(1);
        store.failReading(null);
        machine.tick();
        assertThat(report().mode()).isEqualTo(AccessMode.READ_WRITE);
        assertThat(report().stragglers()).isEmpty();
        write.close();
    }

    @Test
    void anApplicationThatIsStoppedAsksNoDatabaseAnyMore() throws Exception {
        FakeDatabase shop = new FakeDatabase("shop");
        shop.hang();
        databases.add(shop);
        machine.start();
        enter(LATER);
        await().until(() -> shop.questions() == 1);
        machine.close();
        assertThat(shop.interrupted().await(30, TimeUnit.SECONDS)).isTrue();
    }

    private List<String> logged(String id) {
        return log.messages().stream().filter(line -> line.startsWith(id)).toList();
    }
}
