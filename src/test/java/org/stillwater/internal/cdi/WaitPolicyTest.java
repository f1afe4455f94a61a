package org.stillwater.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.stillwater.ReadOnlyModeException;
import org.stillwater.WhenReadOnly;
import org.stillwater.Writes;
import org.stillwater.internal.runtime.ReadOnlyRuntime;

@Timeout(60)
class WaitPolicyTest {
    private final ExecutorService pool = Executors.newCachedThreadPool();
    private WeldApplication application = start("5m", "1");

    private static WeldApplication start(String timeout, String waiters) {
        System.setProperty("stillwater.wait-timeout", timeout);
        System.setProperty("stillwater.max-waiters", waiters);
        try {
            return WeldApplication.of(Till.class);
        } finally {
            System.clearProperty("stillwater.wait-timeout");
            System.clearProperty("stillwater.max-waiters");
        }
    }

    private void restart(String timeout, String waiters) {
        application.close();
        application = start(timeout, waiters);
    }

    @AfterEach
    void stop() {
        application.close();
        pool.shutdownNow();
    }

    @Test
    void doesNotWaitInNormalMode() {
        assertThat(till().book()).isEqualTo(1);
    }

    @Test
    void isCalledWhenTheWindowIsLifted() throws Exception {
        application.enter("r");
        Future<Integer> booking = bookWhileWaiting();
        assertThat(booking).isNotDone();
        application.leave();
        assertThat(booking.get(30, TimeUnit.SECONDS)).isEqualTo(1);
    }

    @Test
    void aDrainDoesNotWaitForWaiters() throws Exception {
        application.enter("r");
        Future<Integer> booking = bookWhileWaiting();
        assertThat(ReadOnlyRuntime.current().admission().openPermits()).isEmpty();
        application.leave();
        booking.get(30, TimeUnit.SECONDS);
        application.enter("again");
        assertThat(application.flags().isReadOnly()).isTrue();
    }

    @Test
    void isRefusedWhenTheTimeIsOver() {
        restart("30ms", "1");
        application.enter("because of a test");
        assertThatThrownBy(till()::book)
                .isInstanceOf(ReadOnlyModeException.class)
                .hasMessageContaining("because of a test")
                .hasMessageContaining("It waited for 30 ms (stillwater.wait-timeout)");
        assertThat(till().booked()).isZero();
    }

    @Test
    void isRefusedWhereTooManyWait() throws Exception {
        application.enter("r");
        Future<Integer> booking = bookWhileWaiting();
        assertThatThrownBy(till()::book)
                .isInstanceOf(ReadOnlyModeException.class)
                .hasMessageContaining("1 writes are waiting already (stillwater.max-waiters)");
        application.leave();
        assertThat(booking.get(30, TimeUnit.SECONDS)).isEqualTo(1);
    }

    @Test
    void isRefusedWhenTheApplicationIsStopped() throws Exception {
        application.enter("r");
        Future<Integer> booking = bookWhileWaiting();
        application.close();
        assertThatThrownBy(() -> booking.get(30, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(ReadOnlyModeException.class)
                .hasMessageContaining("The application is being stopped");
        application = start("5m", "1");
    }

    @Test
    void isRefusedWhenInterrupted() {
        application.enter("r");
        Till till = till();
        Thread.currentThread().interrupt();
        assertThatThrownBy(till::book)
                .isInstanceOf(ReadOnlyModeException.class)
                .hasMessageContaining("Its wait was interrupted");
        assertThat(Thread.interrupted()).as("the interrupt status is kept").isTrue();
    }

    private Till till() {
        return application.get(Till.class);
    }

    private Future<Integer> bookWhileWaiting() {
        Till till = till();
        Future<Integer> booking = pool.submit(till::book);
        await().until(() -> ReadOnlyRuntime.current().waitingLine().size() == 1);
        return booking;
    }

    @ApplicationScoped
    static class Till {
        private final AtomicInteger booked = new AtomicInteger();

        @Writes(WhenReadOnly.WAIT)
        int book() {
            return booked.incrementAndGet();
        }

        int booked() {
            return booked.get();
        }
    }
}
