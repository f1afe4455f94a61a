package org.stillwater.internal.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.stillwater.internal.gate.WaitingLine.Outcome;
import org.stillwater.internal.gate.WaitingLine.Reason;

@Timeout(60)
class WaitingLineTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Admission ADMISSION = new Admission() {
        @Override
        public Admission leaveThread() {
            return this;
        }

        @Override
        public void close() {}
    };

    private final ExecutorService pool = Executors.newCachedThreadPool();
    private final AtomicBoolean open = new AtomicBoolean();
    private final AtomicInteger tries = new AtomicInteger();
    private final Supplier<@Nullable Admission> attempt = () -> {
        tries.incrementAndGet();
        return open.get() ? ADMISSION : null;
    };

    @AfterEach
    void stop() {
        pool.shutdownNow();
    }

    @Test
    void letsAWaiterInWhenTheGateOpens() throws Exception {
        WaitingLine line = new WaitingLine(1, LONG);
        Future<Outcome> waiter = join(line, 1);
        open.set(true);
        line.opened();
        assertThat(result(waiter)).isEqualTo(new Outcome.Admitted(ADMISSION));
        assertThat(line.size()).isZero();
    }

    @Test
    void goesOnWaitingWhenTheGateIsClosedAgainBeforeItsTurn() throws Exception {
        WaitingLine line = new WaitingLine(1, LONG);
        Future<Outcome> waiter = join(line, 1);
        int before = tries.get();
        line.opened();
        await().until(() -> tries.get() > before);
        assertThat(line.size()).as("still waiting").isEqualTo(1);
        open.set(true);
        line.opened();
        assertThat(result(waiter)).isEqualTo(new Outcome.Admitted(ADMISSION));
    }

    /** What happens if the gate opens right after a try has found it closed. */
    @Test
    void anOpeningDuringTheTryIsNotMissed() {
        WaitingLine line = new WaitingLine(1, Duration.ofSeconds(40));
        Supplier<@Nullable Admission> overtaken = () -> {
            if (tries.getAndIncrement() == 0) {
                line.opened();
                return null;
            }
            return ADMISSION;
        };
        long begun = System.nanoTime();
        assertThat(line.await(overtaken)).isEqualTo(new Outcome.Admitted(ADMISSION));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void refusesAtOnceWhenAsManyAsMayWaitAreWaiting() throws Exception {
        WaitingLine line = new WaitingLine(2, LONG);
        join(line, 1);
        join(line, 2);
        assertThat(line.await(attempt)).isEqualTo(new Outcome.Refused(Reason.FULL));
        assertThat(line.size()).isEqualTo(2);
    }

    @Test
    void nobodyWaitsWhereNobodyMay() {
        assertThat(new WaitingLine(0, LONG).await(attempt)).isEqualTo(new Outcome.Refused(Reason.FULL));
    }

    @Test
    void givesUpWhenTheTimeIsOverAndMakesRoom() {
        WaitingLine line = new WaitingLine(1, Duration.ofMillis(20));
        long begun = System.nanoTime();
        assertThat(line.await(attempt)).isEqualTo(new Outcome.Refused(Reason.TIME_OUT));
        assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(20_000_000L);
        assertThat(line.size()).isZero();
    }

    @Test
    void triesOnceMoreWhenTheTimeIsOver() {
        WaitingLine line = new WaitingLine(1, Duration.ZERO);
        Supplier<@Nullable Admission> second = () -> tries.getAndIncrement() == 1 ? ADMISSION : null;
        assertThat(line.await(second)).isEqualTo(new Outcome.Admitted(ADMISSION));
    }

    @Test
    void anInterruptedWaiterIsRefusedAndStaysInterrupted() throws Exception {
        WaitingLine line = new WaitingLine(1, LONG);
        CompletableFuture<List<Object>> seen = new CompletableFuture<>();
        Thread thread = new Thread(() -> seen.complete(
                List.of(line.await(attempt), Thread.currentThread().isInterrupted())));
        thread.start();
        await().until(() -> line.size() == 1);
        thread.interrupt();
        assertThat(seen.get(30, TimeUnit.SECONDS)).containsExactly(new Outcome.Refused(Reason.INTERRUPTED), true);
        assertThat(line.size()).isZero();
    }

    @Test
    void refusesEverybodyOnceItIsStopped() throws Exception {
        WaitingLine line = new WaitingLine(2, LONG);
        Future<Outcome> waiter = join(line, 1);
        line.stop();
        assertThat(result(waiter)).isEqualTo(new Outcome.Refused(Reason.STOPPED));
        assertThat(line.await(attempt)).isEqualTo(new Outcome.Refused(Reason.STOPPED));
    }

    @Test
    void anAttemptThatThrowsLeavesTheLine() {
        WaitingLine line = new WaitingLine(1, LONG);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> line.await(() -> {
                    throw new IllegalStateException("of the transaction manager");
                })))
                .hasMessage("of the transaction manager");
        assertThat(line.size()).isZero();
    }

    @Test
    void turnsComeInOrderAndWithinATenthOfASecond() {
        for (int size : new int[] {1, 2, 64, 100, 1_000, 500_000}) {
            long last = 0;
            for (int place = 0; place < size; place++) {
                assertThat(WaitingLine.delay(place, size, 0)).isGreaterThanOrEqualTo(last);
                last = WaitingLine.delay(place, size, 1);
            }
            assertThat(last).isPositive().isLessThanOrEqualTo(WaitingLine.SPREAD_NANOS);
        }
    }

    @Test
    void theFirstComesBeforeTheLast() throws Exception {
        WaitingLine line = new WaitingLine(64, LONG);
        List<Integer> order = java.util.Collections.synchronizedList(new ArrayList<>());
        List<Future<Outcome>> waiters = new ArrayList<>();
        for (int i = 1; i <= 64; i++) {
            int number = i;
            waiters.add(pool.submit(() -> {
                Outcome outcome = line.await(attempt);
                order.add(number);
                return outcome;
            }));
            await().pollInterval(Duration.ofMillis(1)).until(() -> line.size() == number);
        }
        open.set(true);
        line.opened();
        for (Future<Outcome> waiter : waiters) {
            result(waiter);
        }
        // 63 ms apart: a busy machine may swap neighbours, not these.
        assertThat(order.indexOf(1)).isLessThan(order.indexOf(64));
    }

    private Future<Outcome> join(WaitingLine line, int size) {
        int before = tries.get();
        Future<Outcome> waiter = pool.submit(() -> line.await(attempt));
        await().until(() -> line.size() == size && tries.get() > before);
        return waiter;
    }

    private static Outcome result(Future<Outcome> waiter) throws Exception {
        return waiter.get(30, TimeUnit.SECONDS);
    }
}
