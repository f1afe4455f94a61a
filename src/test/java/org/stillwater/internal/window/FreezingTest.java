package org.stillwater.internal.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.stillwater.AccessMode;
import org.stillwater.OwnThread;
import org.stillwater.Window;
import org.stillwater.internal.mode.ForwardingStore;
import org.stillwater.internal.store.MemoryModeStore;
import org.stillwater.internal.window.EnterResult.Outcome;
import org.stillwater.spi.ModeSnapshot;
import org.stillwater.spi.ReplicaOrder;
import org.stillwater.spi.ReplicaReport;
import org.stillwater.spi.ReplicaReport.State;
import org.stillwater.spi.Report;

/** No stage of freezing begins before everybody has done the one before, and no write before everybody has left replicas. */
class FreezingTest {
    private final CountingStore store = new CountingStore();
    private final WindowCoordinator coordinator = new WindowCoordinator(store, Clock.systemUTC());

    @Test
    void eachStageWaitsForAllApplications() throws Exception {
        publish("one", State.IDLE);
        publish("two", State.IDLE);
        CompletableFuture<EnterResult> entering = OwnThread.supply(() -> coordinator.enter(request(), p -> {}));
        List<ReplicaOrder> orders = new ArrayList<>();
        for (State done : List.of(State.CHECKED, State.READY, State.FROZEN)) {
            ReplicaOrder order = awaitChangeFrom(orders);
            orders.add(order);
            publish("one", done);
            publish("two", State.BEHIND);
            awaitTwoListings();
            assertThat(store.read().replicas())
                    .as("'two' is not " + done + " yet")
                    .isEqualTo(order);
            assertThat(store.read().mode()).isEqualTo(AccessMode.DRAINING);
            publish("two", done);
        }
        assertThat(orders).containsExactly(ReplicaOrder.CHECK, ReplicaOrder.CATCH_UP, ReplicaOrder.FREEZE);
        Awaitility.await().until(() -> store.read().mode() == AccessMode.READ_ONLY);
        publish("one", State.FROZEN);
        awaitTwoListings();
        assertThat(entering).as("'two' still reads the primary").isNotDone();
        publish("two", State.FROZEN);
        assertThat(entering.get(10, TimeUnit.SECONDS).outcome()).isEqualTo(Outcome.ENTERED);
    }

    @Test
    void withoutAnyApplicationNothingIsVerified() {
        EnterResult result =
                coordinator.enter(new EnterRequest(window(), Duration.ofSeconds(5), false, false, true, true), p -> {});
        assertThat(result.outcome()).isEqualTo(Outcome.ENTERED_UNVERIFIED);
        assertThat(store.read().verified()).isFalse();
    }

    private ReplicaOrder awaitChangeFrom(List<ReplicaOrder> orders) {
        return Awaitility.await()
                .until(() -> store.read().replicas(), order -> order != ReplicaOrder.USE && !orders.contains(order));
    }

    /** The tool lists reports until two listings agree; it must have seen the last ones. */
    private void awaitTwoListings() {
        int seen = store.listings.get();
        Awaitility.await().until(() -> store.listings.get() >= seen + 3);
    }

    @Test
    void theFirstWriteWaitsUntilAllApplicationsHaveLeftTheirReplicas() throws Exception {
        publish("one", State.READY);
        publish("two", State.READY);
        ModeSnapshot open =
                replace(store.read().draining(window(), Instant.now().plusSeconds(30)));
        open = replace(open.readOnly(true));
        CompletableFuture<?> lifting = OwnThread.run(() -> coordinator.lift("release"));
        Awaitility.await().until(() -> store.read().replicas() == ReplicaOrder.LEAVE);
        publish("one", State.IDLE);
        awaitTwoListings();
        assertThat(lifting).isNotDone();
        assertThat(store.read().mode()).isEqualTo(AccessMode.READ_ONLY);
        publish("two", State.IDLE);
        lifting.get(10, TimeUnit.SECONDS);
        assertThat(store.read()).isEqualTo(ModeSnapshot.readWrite(open.epoch() + 2));
    }

    @Test
    void withoutReplicasALiftIsOneStep() {
        publish("one", State.NONE);
        ModeSnapshot open =
                replace(store.read().draining(window(), Instant.now().plusSeconds(30)));
        open = replace(open.readOnly(true));
        coordinator.lift("release");
        assertThat(store.read()).isEqualTo(ModeSnapshot.readWrite(open.epoch() + 1));
    }

    @Test
    void aFrozenReplicaIsToldToGoOn() {
        ModeSnapshot open =
                replace(store.read().draining(window(), Instant.now().plusSeconds(30), ReplicaOrder.CHECK));
        open = replace(open.ordering(ReplicaOrder.FREEZE));
        open = replace(open.readOnly(true));
        coordinator.liftAll();
        assertThat(store.read().mode()).isEqualTo(AccessMode.READ_WRITE);
        assertThat(store.read().replicas()).isEqualTo(ReplicaOrder.RETURN);
    }

    @Test
    void whoAbortsLetsReplicasGoOn() {
        ModeSnapshot freezing =
                replace(store.read().draining(window(), Instant.now().plusSeconds(30), ReplicaOrder.FREEZE));
        assertThat(freezing.aborted().replicas()).isEqualTo(ReplicaOrder.RETURN);
        assertThat(freezing.without("release").replicas()).isEqualTo(ReplicaOrder.RETURN);
    }

    private ModeSnapshot replace(ModeSnapshot next) {
        assertThat(store.compareAndSet(store.read(), next)).isTrue();
        return next;
    }

    private static EnterRequest request() {
        return new EnterRequest(window(), Duration.ofSeconds(20), false, false, false, true);
    }

    private static Window window() {
        return new Window("release", null, new Window.Owner("root", "db1", 1), Instant.now(), null);
    }

    private void publish(String instance, State replica) {
        ModeSnapshot now = store.read();
        store.publish(new Report(
                instance,
                "shop",
                null,
                "wildfly@db1 (process 1)",
                Instant.now(),
                Instant.now(),
                true,
                now.epoch(),
                now.mode(),
                now.mode().refusesNewWrites(),
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new ReplicaReport("persistence unit 'shop'", "java:/replica", replica, "")),
                List.of(),
                null));
    }

    private static final class CountingStore extends ForwardingStore {
        private final AtomicInteger listings = new AtomicInteger();

        CountingStore() {
            super(new MemoryModeStore());
        }

        @Override
        public List<Report> reports() {
            listings.incrementAndGet();
            return super.reports();
        }
    }
}
