package org.stillwater.internal.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.stillwater.AccessMode;
import org.stillwater.Window;
import org.stillwater.internal.mode.ForwardingStore;
import org.stillwater.internal.store.MemoryModeStore;
import org.stillwater.internal.window.EnterResult.Outcome;
import org.stillwater.spi.ModeSnapshot;
import org.stillwater.spi.ReplicaReport;
import org.stillwater.spi.Report;

@Timeout(60)
class WindowCoordinatorTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(80);

    private final MemoryModeStore store = new MemoryModeStore();
    private final WindowCoordinator coordinator = new WindowCoordinator(store, Clock.systemUTC());

    @Test
    void withoutALiveReportNothingIsChanged() {
        EnterResult result = coordinator.enter(request("w", LONG, false, false), progress -> {});
        assertThat(result.outcome()).isEqualTo(Outcome.NO_APPLICATION);
        assertThat(store.read()).isEqualTo(ModeSnapshot.INITIAL);
    }

    @Test
    void thatMayBeAllowedButNobodyHasConfirmedIt() {
        EnterResult result = coordinator.enter(request("w", LONG, false, true), progress -> {});
        assertThat(result.outcome()).isEqualTo(Outcome.ENTERED_UNVERIFIED);
        assertThat(store.read().mode()).isEqualTo(AccessMode.READ_ONLY);
        assertThat(store.read().verified()).isFalse();
    }

    @Test
    void entersWhenEveryApplicationHasDrained() {
        publish("a", 0, false, 2);
        publish("b", 0, false, 0);
        AtomicInteger listings = new AtomicInteger();
        EnterResult result = coordinator.enter(request("w", LONG, false, false), progress -> {
            assertThat(store.read().mode()).isEqualTo(AccessMode.DRAINING);
            publish("b", 1, true, 0);
            if (listings.incrementAndGet() == 2) {
                assertThat(progress.inFlight()).isEqualTo(2);
                assertThat(progress.waitingFor()).extracting(Report::instance).containsExactly("a");
                publish("a", 1, true, 0);
            }
        });
        assertThat(result.outcome()).isEqualTo(Outcome.ENTERED);
        assertThat(store.read().mode()).isEqualTo(AccessMode.READ_ONLY);
        assertThat(store.read().verified()).isTrue();
        assertThat(store.read().epoch()).isEqualTo(2);
    }

    @Test
    void anOldReportDoesNotCount() {
        publish("a", 0, true, 0);
        EnterResult result = coordinator.enter(request("w", SHORT, false, false), progress -> {});
        assertThat(result.outcome()).isEqualTo(Outcome.DRAIN_TIMED_OUT);
        assertThat(result.progress().stragglers()).singleElement().asString().contains("has not answered");
    }

    @Test
    void whoeverHasDrainedForAnEarlierWindowIsWaitedForUntilHeHasSeenThisOne() {
        store.compareAndSet(store.read(), store.read().draining(window("earlier"), Instant.now()));
        store.compareAndSet(store.read(), store.read().aborted());
        publish("a", 1, true, 0);
        EnterResult result = coordinator.enter(request("w", SHORT, false, false), progress -> {});
        assertThat(result.outcome()).isEqualTo(Outcome.DRAIN_TIMED_OUT);
        assertThat(result.progress().waitingFor()).extracting(Report::instance).containsExactly("a");
    }

    @Test
    void anApplicationThatComesBetweenTwoListingsIsWaitedFor() {
        publish("a", 0, false, 0);
        AtomicInteger listings = new AtomicInteger();
        ForwardingStore late = new ForwardingStore(store) {
            @Override
            public List<Report> reports() {
                List<Report> listed = super.reports();
                if (store.read().mode() == AccessMode.DRAINING && listings.incrementAndGet() == 1) {
                    WindowCoordinatorTest.this.publish("late", 0, false, 1);
                }
                return listed;
            }
        };
        publish("a", 1, true, 0);
        EnterResult result =
                new WindowCoordinator(late, Clock.systemUTC()).enter(request("w", SHORT, false, false), progress -> {});
        assertThat(result.outcome()).isEqualTo(Outcome.DRAIN_TIMED_OUT);
        assertThat(result.progress().waitingFor()).extracting(Report::instance).containsExactly("late");
    }

    @Test
    void abortsAtItsDeadlineAndNamesTheStragglers() {
        publish("a", 1, false, 1);
        EnterResult result = coordinator.enter(request("w", SHORT, false, false), progress -> {});
        assertThat(result.outcome()).isEqualTo(Outcome.DRAIN_TIMED_OUT);
        assertThat(result.progress().stragglers()).singleElement().asString().contains("Orders.place");
        assertThat(store.read()).isEqualTo(ModeSnapshot.readWrite(2));
    }

    @Test
    void namesTheWritesOfAnApplicationThatIsBeingUndeployed() {
        publish("a", 0, false, 1, "The application is stopped");
        EnterResult result = coordinator.enter(request("w", SHORT, false, false), progress -> {});
        assertThat(result.progress().stragglers())
                .satisfiesExactly(
                        fault -> assertThat(fault).contains("is stopped"),
                        write -> assertThat(write).contains("Orders.place"));
    }

    @Test
    void mayGoOnInSpiteOfStragglersAndIsMarkedUnverified() {
        publish("a", 1, false, 1);
        EnterResult result = coordinator.enter(request("w", SHORT, true, false), progress -> {});
        assertThat(result.outcome()).isEqualTo(Outcome.ENTERED_UNVERIFIED);
        assertThat(store.read().mode()).isEqualTo(AccessMode.READ_ONLY);
        assertThat(store.read().verified()).isFalse();
    }

    @Test
    void theStoredDeadlineLeavesTheToolTimeToActItself() {
        publish("a", 1, true, 0);
        Instant before = Instant.now();
        coordinator.enter(request("w", LONG, false, false), progress -> {});
        publish("a", 2, false, 0);
        coordinator.liftAll();
        coordinator.enter(
                request("w", SHORT, false, false),
                progress -> assertThat(store.read().deadline())
                        .isAfter(before.plus(SHORT)
                                .plus(WindowCoordinator.TOOL_GRACE)
                                .minusMillis(1)));
    }

    @Test
    void somebodyElseMayLiftTheWindowMeanwhile() {
        publish("a", 0, false, 1);
        EnterResult result = coordinator.enter(request("w", LONG, false, false), lifting());
        assertThat(result.outcome()).isEqualTo(Outcome.OVERTAKEN);
        assertThat(store.read().mode()).isEqualTo(AccessMode.READ_WRITE);
    }

    private Consumer<DrainProgress> lifting() {
        return progress -> store.compareAndSet(store.read(), store.read().aborted());
    }

    @Test
    void whileAnotherWindowIsBeingEnteredNothingIsChanged() {
        publish("a", 0, false, 1);
        ModeSnapshot draining =
                ModeSnapshot.INITIAL.draining(window("first"), Instant.now().plus(LONG));
        store.compareAndSet(ModeSnapshot.INITIAL, draining);
        EnterResult result = coordinator.enter(request("second", LONG, false, false), progress -> {});
        assertThat(result.outcome()).isEqualTo(Outcome.OVERTAKEN);
        assertThat(store.read()).isEqualTo(draining);
    }

    @Test
    void aDrainWhoseToolDiedIsTakenOverAfterItsDeadline() {
        publish("a", 3, true, 0);
        ModeSnapshot stale =
                ModeSnapshot.INITIAL.draining(window("first"), Instant.now().minusSeconds(1));
        store.compareAndSet(ModeSnapshot.INITIAL, stale);
        EnterResult result = coordinator.enter(request("second", LONG, false, false), progress -> {});
        assertThat(result.outcome()).isEqualTo(Outcome.ENTERED);
        assertThat(store.read().windows()).extracting(Window::name).containsExactly("second");
    }

    @Test
    void windowsAddUpAndTheLastOneLifted() {
        publish("a", 1, true, 0);
        coordinator.enter(request("first", LONG, false, false), progress -> {});
        assertThat(coordinator
                        .enter(request("second", LONG, false, false), progress -> {})
                        .outcome())
                .isEqualTo(Outcome.ADDED);
        assertThat(coordinator.lift("first")).isPresent();
        assertThat(store.read().mode()).isEqualTo(AccessMode.READ_ONLY);
        assertThat(coordinator.lift("unknown")).isEmpty();
        assertThat(coordinator.liftAll()).extracting(Window::name).containsExactly("second");
        assertThat(store.read().mode()).isEqualTo(AccessMode.READ_WRITE);
    }

    @Test
    void aThreadThatIsInterruptedGivesUpAndWritesGoOn() {
        publish("a", 0, false, 1);
        Thread.currentThread().interrupt();
        EnterResult result = coordinator.enter(request("w", LONG, false, false), progress -> {});
        assertThat(Thread.interrupted()).isTrue();
        assertThat(result.outcome()).isEqualTo(Outcome.INTERRUPTED);
        assertThat(store.read().mode()).isEqualTo(AccessMode.READ_WRITE);
    }

    @Test
    void openingAWindowAgainChangesWhatIsSaidAnew() {
        publish("a", 1, true, 0);
        coordinator.enter(request("w", LONG, false, false), progress -> {});
        Window before = store.read().windows().get(0);
        Window again = new Window("w", "Release 4.2", new Window.Owner("bob", "db1", 2), Instant.now(), null);

        EnterResult result = coordinator.enter(new EnterRequest(again, LONG, false, false, false), progress -> {});
        assertThat(result.outcome()).isEqualTo(Outcome.ADDED);
        assertThat(result.replaced()).isEqualTo(before);
        Window after = new Window("w", "Release 4.2", before.owner(), before.since(), null);
        assertThat(store.read().windows()).containsExactly(after);
    }

    @Test
    void aDrainThatFailsIsAborted() {
        publish("a", 0, false, 1);
        EnterRequest request = request("w", LONG, false, false);
        assertThatThrownBy(() -> coordinator.enter(request, progress -> {
                    throw new IllegalStateException("the terminal is gone");
                }))
                .hasMessage("the terminal is gone");
        assertThat(store.read().mode()).isEqualTo(AccessMode.READ_WRITE);
    }

    private static EnterRequest request(String name, Duration timeout, boolean force, boolean alone) {
        return new EnterRequest(window(name), timeout, force, false, alone);
    }

    private static Window window(String name) {
        return new Window(name, null, new Window.Owner("root", "db1", 1), Instant.now(), null);
    }

    private List<ReplicaReport> replicas = List.of();

    private void publish(String instance, long epoch, boolean drained, long inFlight) {
        publish(instance, epoch, drained, inFlight, null);
    }

    private void publish(String instance, long epoch, boolean drained, long inFlight, @Nullable String fault) {
        List<Report.Straggler> stragglers = inFlight == 0
                ? List.of()
                : List.of(new Report.Straggler("Orders.place", "thread 'default task-1'", Duration.ofSeconds(4)));
        AccessMode mode = epoch == 0 ? AccessMode.READ_WRITE : AccessMode.DRAINING;
        store.publish(new Report(
                instance,
                "shop",
                null,
                "wildfly@db1 (process 1)",
                Instant.now(),
                Instant.now(),
                true,
                epoch,
                mode,
                drained,
                inFlight,
                List.of(),
                List.of(),
                stragglers,
                List.of(),
                replicas,
                List.of(),
                fault));
    }
}
