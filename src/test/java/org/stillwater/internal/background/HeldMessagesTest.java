package org.stillwater.internal.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stillwater.internal.gate.Admission;
import org.stillwater.internal.gate.TransactionContext;
import org.stillwater.internal.gate.WriteAdmission;
import org.stillwater.internal.gate.WriteGate;

class HeldMessagesTest {
    private final WriteGate gate = new WriteGate();
    private final WriteAdmission admission = new WriteAdmission(gate, TransactionContext.NONE);
    private final Server server = new Server();
    private volatile BooleanSupplier refused = () -> true;
    private final HeldMessages messages = new HeldMessages(server, () -> refused.getAsBoolean(), Duration.ZERO);
    private volatile @Nullable Duration remaining;
    private final AtomicBoolean transactionIsThere = new AtomicBoolean(true);
    private final ExecutorService broker = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        messages.stop();
        broker.shutdownNow();
    }

    @Test
    void aMessageWaitsForTheLift() throws Exception {
        Future<Boolean> message = deliver();
        Awaitility.await().until(() -> messages.count() == 1);
        gate.open();
        messages.lifted();
        assertThat(message.get()).isTrue();
        assertThat(messages.count()).isZero();
        assertThat(server.log).isEmpty();
    }

    @Test
    void whenItsTransactionIsGoneItIsRefusedAndTheDeliveryIsPausedUntilTheLift() throws Exception {
        Future<Boolean> one = deliver();
        Future<Boolean> other = deliver();
        Awaitility.await().until(() -> messages.count() == 2);
        transactionIsThere.set(false);
        assertThat(one.get()).isFalse();
        assertThat(other.get()).isFalse();
        Awaitility.await().until(() -> server.log.size() == 1);

        messages.lifted();
        Awaitility.await().until(() -> server.log.size() == 2);
        assertThat(server.log).containsExactly("stop Till", "start Till");
    }

    @Test
    void shortlyBeforeItsTransactionTimesOutTheDeliveryIsPausedAndTheMessageIsStillHeld() throws Exception {
        remaining = Duration.ofSeconds(11);
        Future<Boolean> message = deliver();
        Awaitility.await().until(() -> messages.count() == 1);
        assertThat(server.log).isEmpty();
        remaining = Duration.ofSeconds(10);
        Awaitility.await().until(() -> server.log.size() == 1);
        assertThat(message).isNotDone();

        gate.open();
        messages.lifted();
        assertThat(message.get()).isTrue();
        Awaitility.await().until(() -> server.log.size() == 2);
        assertThat(server.log).containsExactly("stop Till", "start Till");
    }

    /** Servers return from stopping only when the messages in hand are done. */
    @Test
    void aLiftWhileTheDeliveryIsBeingStoppedStartsItAgain() {
        CompletableFuture<Void> stopped = server.stopsLate();
        transactionIsThere.set(false);
        messages.hold(Till.class, this::enter, transactionIsThere::get, () -> remaining);
        Awaitility.await().until(() -> server.isStopping);
        messages.lifted();
        stopped.complete(null);
        Awaitility.await().until(() -> server.log.size() == 2);
        assertThat(server.log).containsExactly("stop Till", "start Till");
    }

    @Test
    void aNewWindowWhileTheDeliveryIsBeingStoppedLeavesItStopped() {
        CompletableFuture<Void> stopped = server.stopsLate();
        transactionIsThere.set(false);
        messages.hold(Till.class, this::enter, transactionIsThere::get, () -> remaining);
        Awaitility.await().until(() -> server.isStopping);
        messages.lifted();
        messages.hold(Till.class, this::enter, transactionIsThere::get, () -> remaining);
        stopped.complete(null);
        Awaitility.await().until(() -> server.log.size() == 1);

        messages.lifted();
        Awaitility.await().until(() -> server.log.size() == 2);
        assertThat(server.log).containsExactly("stop Till", "start Till");
    }

    /** Nobody would start it again before the next lift. */
    @Test
    void aMessageThatGivesUpJustAfterTheLiftDoesNotLeaveTheDeliveryStopped() {
        refused = () -> {
            Awaitility.await().until(() -> server.isStopping);
            return false;
        };
        transactionIsThere.set(false);
        messages.hold(Till.class, this::enter, transactionIsThere::get, () -> remaining);
        Awaitility.await().until(() -> server.log.size() == 2);
        assertThat(server.log).containsExactly("stop Till", "start Till");
    }

    @Test
    void whatWasNotStoppedIsNotStarted() {
        server.canStop = false;
        transactionIsThere.set(false);
        messages.hold(Till.class, this::enter, transactionIsThere::get, () -> remaining);
        Awaitility.await().until(() -> server.log.size() == 1);
        messages.lifted();
        transactionIsThere.set(false);
        server.canStop = true;
        messages.hold(Till.class, this::enter, transactionIsThere::get, () -> remaining);
        Awaitility.await().until(() -> server.log.size() == 2);
        assertThat(server.log).containsExactly("stop Till", "stop Till");
    }

    @Test
    void anApplicationThatIsStoppedHoldsNothing() throws Exception {
        Future<Boolean> message = deliver();
        Awaitility.await().until(() -> messages.count() == 1);
        messages.stop();
        assertThat(message.get()).isFalse();
    }

    private Future<Boolean> deliver() {
        return broker.submit(() -> {
            Admission admitted = messages.hold(Till.class, this::enter, transactionIsThere::get, () -> remaining);
            if (admitted == null) {
                return false;
            }
            admitted.close();
            return true;
        });
    }

    private @Nullable Admission enter() {
        return admission.enter("message");
    }

    private static final class Till {}

    private static final class Server implements MessageDelivery {
        private final List<String> log = new CopyOnWriteArrayList<>();
        private CompletableFuture<Void> mayStop = CompletableFuture.completedFuture(null);
        private volatile boolean isStopping;
        private volatile boolean canStop = true;

        CompletableFuture<Void> stopsLate() {
            mayStop = new CompletableFuture<>();
            return mayStop;
        }

        @Override
        public boolean stop(Class<?> bean) {
            isStopping = true;
            mayStop.join();
            log.add("stop " + bean.getSimpleName());
            return canStop;
        }

        @Override
        public boolean start(Class<?> bean) {
            log.add("start " + bean.getSimpleName());
            return true;
        }
    }
}
