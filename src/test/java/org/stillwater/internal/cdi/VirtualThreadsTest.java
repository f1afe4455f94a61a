package org.stillwater.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.stillwater.OwnThread;
import org.stillwater.WhenReadOnly;
import org.stillwater.Writes;
import org.stillwater.internal.runtime.ReadOnlyRuntime;

/**
 * Many virtual threads on few carriers. Runs where the JVM has them, from 21 on; the bytecode is that of 17, hence the
 * reflection.
 */
@Tag("virtual-threads")
@Timeout(120)
class VirtualThreadsTest {
    private static final int MANY = 1_000;

    private ExecutorService threads;
    private WeldApplication application;

    @BeforeEach
    void start() throws Exception {
        threads = (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        System.setProperty("stillwater.wait-timeout", "5m");
        System.setProperty("stillwater.max-waiters", Integer.toString(MANY));
        try {
            application = WeldApplication.of(Till.class);
        } finally {
            System.clearProperty("stillwater.wait-timeout");
            System.clearProperty("stillwater.max-waiters");
        }
    }

    @AfterEach
    void stop() {
        application.close();
        threads.shutdownNow();
    }

    /** A waiter that kept its carrier would leave none to those that come after it: they would never get in line. */
    @Test
    void aThousandWaitAtOnceAndGoOnWithoutPinningACarrier() throws Exception {
        // A thread that waits for a class to be initialized is pinned, and that is not what this is about.
        assertThat(waitAndGoOn(10)).isEqualTo(10);
        List<String> pinned = PinnedThreads.during(() -> waitAndGoOn(MANY));
        assertThat(pinned).isEmpty();
        assertThat(till().booked()).isEqualTo(10 + MANY);
    }

    @Test
    void theRecordingNoticesAThreadThatPinsItsCarrier() throws Exception {
        assertThat(PinnedThreads.during(() -> threads.submit(Pinning::touch).get()))
                .isNotEmpty();
    }

    @Test
    void aDrainWaitsForAThousandWriters() throws Exception {
        CountDownLatch mayEnd = new CountDownLatch(1);
        Till till = till();
        List<Future<Boolean>> writers = submit(MANY, () -> till.hold(mayEnd));
        await().until(() -> ReadOnlyRuntime.current().admission().openPermits().size() == MANY);
        CompletableFuture<?> drain = OwnThread.run(() -> application.enter("r"));
        await().until(() -> ReadOnlyRuntime.current().state().mode().refusesNewWrites());
        assertThat(drain).isNotDone();
        mayEnd.countDown();
        drain.get(30, TimeUnit.SECONDS);
        for (Future<Boolean> writer : writers) {
            assertThat(writer.get()).as("ended before the drain").isTrue();
        }
        assertThat(ReadOnlyRuntime.current().admission().openPermits()).isEmpty();
    }

    /** Answers how many have gone on after the lift. */
    private int waitAndGoOn(int waiters) throws Exception {
        application.enter("r");
        Till till = till();
        int before = till.booked();
        List<Future<Integer>> bookings = submit(waiters, till::book);
        await().until(() -> ReadOnlyRuntime.current().waitingLine().size() == waiters);
        assertThat(till.booked()).isEqualTo(before);
        application.leave();
        for (Future<Integer> booking : bookings) {
            booking.get(30, TimeUnit.SECONDS);
        }
        return till.booked() - before;
    }

    private <T> List<Future<T>> submit(int times, Callable<T> work) {
        List<Future<T>> futures = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            futures.add(threads.submit(work));
        }
        return futures;
    }

    private Till till() {
        return application.get(Till.class);
    }

    /** A frame of the virtual machine is on the stack while a class is initialized. */
    private static final class Pinning {
        static {
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }

        static void touch() {}
    }

    @ApplicationScoped
    static class Till {
        private final AtomicInteger booked = new AtomicInteger();

        @Writes(WhenReadOnly.WAIT)
        int book() {
            return booked.incrementAndGet();
        }

        @Writes
        boolean hold(CountDownLatch mayEnd) throws InterruptedException {
            return mayEnd.await(60, TimeUnit.SECONDS);
        }

        int booked() {
            return booked.get();
        }
    }
}
