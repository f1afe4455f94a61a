package org.stillwater.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.stillwater.AccessMode;
import org.stillwater.Window;
import org.stillwater.spi.ModeSnapshot;
import org.stillwater.spi.Report;
import org.stillwater.spi.WatchableModeStore;

/** What every mode store must do. A subclass supplies the store. */
abstract class ModeStoreContract {
    static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    /** The store under test; each call gives another handle of the same store. */
    abstract WatchableModeStore store();

    @Test
    void aStoreThatWasNeverInitialisedMeansReadWrite() {
        assertThat(store().read()).isEqualTo(ModeSnapshot.INITIAL);
    }

    @Test
    void whatIsWrittenIsRead() {
        ModeSnapshot draining = ModeSnapshot.INITIAL.draining(window("a"), NOW.plusSeconds(30));
        assertThat(store().compareAndSet(ModeSnapshot.INITIAL, draining)).isTrue();
        assertThat(store().read()).isEqualTo(draining);
        ModeSnapshot readOnly = draining.readOnly(true);
        assertThat(store().compareAndSet(draining, readOnly)).isTrue();
        assertThat(store().read()).isEqualTo(readOnly);
    }

    @Test
    void aWindowKeepsEveryWordOfIt() {
        Window window =
                new Window("a", "100 % = ä\\n \"quoted\" #:!", new Window.Owner("ö", "h", 7), NOW, NOW.plusSeconds(60));
        ModeSnapshot draining = ModeSnapshot.INITIAL.draining(window, NOW.plusSeconds(30));
        store().compareAndSet(ModeSnapshot.INITIAL, draining);
        assertThat(store().read().windows()).containsExactly(window);
    }

    @Test
    void anOlderEpochNeverWins() {
        ModeSnapshot draining = ModeSnapshot.INITIAL.draining(window("a"), NOW);
        store().compareAndSet(ModeSnapshot.INITIAL, draining);
        assertThat(store().compareAndSet(ModeSnapshot.INITIAL, ModeSnapshot.readWrite(1)))
                .isFalse();
        assertThat(store().read()).isEqualTo(draining);
    }

    @Test
    void ofManyWhoTryOneSucceeds() throws Exception {
        int rounds = 40;
        int rivals = 6;
        ExecutorService pool = Executors.newFixedThreadPool(rivals);
        for (int round = 0; round < rounds; round++) {
            ModeSnapshot before = store().read();
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Boolean>> attempts = new ArrayList<>();
            for (int i = 0; i < rivals; i++) {
                WatchableModeStore rival = store();
                Callable<Boolean> attempt = () -> {
                    start.await();
                    return rival.compareAndSet(before, ModeSnapshot.readWrite(before.epoch() + 1));
                };
                attempts.add(pool.submit(attempt));
            }
            start.countDown();
            int winners = 0;
            for (Future<Boolean> attempt : attempts) {
                winners += attempt.get() ? 1 : 0;
            }
            assertThat(winners).isOne();
            assertThat(store().read().epoch()).isEqualTo(before.epoch() + 1);
        }
        pool.shutdown();
    }

    @Test
    void aChangeIsSeenAtOnce() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        store().watch(seen::countDown);
        store().compareAndSet(ModeSnapshot.INITIAL, ModeSnapshot.INITIAL.draining(window("a"), NOW));
        assertThat(seen.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aReportIsListedUntilItIsWithdrawn() {
        WatchableModeStore publisher = store();
        Report report = report("shop-1");
        publisher.publish(report);
        assertThat(store().reports()).hasSize(1);
        Report listed = store().reports().get(0);
        assertThat(listed.alive()).isTrue();
        assertThat(listed.updated()).isAfter(NOW.minusSeconds(60));
        assertThat(listed.seen(true, report.updated())).isEqualTo(report);
        publisher.withdraw("shop-1");
        assertThat(store().reports()).isEmpty();
    }

    @Test
    void aReportIsReplacedByItsNextEdition() {
        WatchableModeStore publisher = store();
        publisher.publish(report("shop-1"));
        Report drained = drained("shop-1");
        publisher.publish(drained);
        publisher.publish(drained);
        assertThat(store().reports()).extracting(Report::drained).containsExactly(true);
        publisher.withdraw("shop-1");
    }

    @Test
    void aResetIsAboveEveryEpoch() {
        store().compareAndSet(ModeSnapshot.INITIAL, ModeSnapshot.INITIAL.draining(window("a"), NOW));
        ModeSnapshot reset = store().reset();
        assertThat(reset.mode()).isEqualTo(AccessMode.READ_WRITE);
        assertThat(reset.epoch()).isGreaterThan(1);
        assertThat(store().read()).isEqualTo(reset);
        assertThat(store().compareAndSet(reset, reset.draining(window("b"), NOW)))
                .isTrue();
    }

    static Window window(String name) {
        return new Window(name, "a reason", new Window.Owner("root", "db1", 4711), NOW, null);
    }

    static Report report(String instance) {
        return new Report(
                instance,
                "shop",
                "1.2",
                "wildfly@db1 (process 1)",
                NOW,
                NOW,
                true,
                3,
                AccessMode.DRAINING,
                false,
                2,
                List.of(),
                List.of(),
                List.of(new Report.Straggler("Orders.place", "thread 'default task-1'", Duration.ofMillis(1500))),
                List.of("persistence unit 'shop': Hibernate"),
                List.of(),
                List.of(),
                null);
    }

    static Report drained(String instance) {
        Report r = report(instance);
        return new Report(
                instance,
                r.application(),
                null,
                r.process(),
                r.started(),
                r.updated(),
                true,
                3,
                r.mode(),
                true,
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }
}
