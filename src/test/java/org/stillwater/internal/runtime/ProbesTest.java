package org.stillwater.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stillwater.internal.mode.ModeState;
import org.stillwater.spi.ModeSnapshot;

class ProbesTest {
    private static final ModeState NORMAL = new ModeState(ModeSnapshot.INITIAL, null);
    private static final ModeState REFUSING = new ModeState(ModeSnapshot.INITIAL, "a fault is as good as a window");

    private final List<ProbedGuard> guards = new CopyOnWriteArrayList<>();
    private final Probes probes = new Probes(() -> guards, Duration.ofMillis(100), Duration.ofMillis(1));

    @AfterEach
    void stop() {
        probes.stop();
        Awaitility.await()
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().equals("stillwater-probe")));
    }

    @Test
    void findsOutOncePerWindow() {
        Guard guard = guard();
        probes.changed(NORMAL, REFUSING);
        guard.awaitTries(1);
        awaitQuiet();
        probes.changed(REFUSING, new ModeState(ModeSnapshot.INITIAL, "another fault"));
        awaitQuiet();
        assertThat(guard.tries).hasValue(1);
        probes.changed(REFUSING, NORMAL);
        probes.changed(NORMAL, REFUSING);
        guard.awaitTries(2);
    }

    @Test
    void triesAgainAsLongAsItCouldNotFindOut() {
        Guard guard = guard();
        guard.failures = 3;
        probes.changed(NORMAL, REFUSING);
        guard.awaitTries(4);
        awaitQuiet();
        assertThat(guard.tries).hasValue(4);
    }

    @Test
    void doesNotTryWhileWritesAreAdmitted() {
        Guard guard = guard();
        guard.failures = Integer.MAX_VALUE;
        probes.changed(NORMAL, REFUSING);
        guard.awaitTries(2);
        probes.changed(REFUSING, NORMAL);
        awaitQuiet();
    }

    @Test
    void aGuardThatComesDuringTheWindowIsAskedToo() {
        Guard early = new Guard();
        probes.added(early);
        probes.changed(NORMAL, REFUSING);
        Guard late = new Guard();
        probes.added(late);
        late.awaitTries(1);
        assertThat(early.tries).hasValue(0);
    }

    @Test
    void nobodyWaitsForOneThatHangsAndItIsSaidWhy() throws Exception {
        Guard hanging = guard();
        hanging.hangs = true;
        Guard other = guard();
        probes.changed(NORMAL, REFUSING);
        other.awaitTries(1);
        assertThat(hanging.entered.await(10, java.util.concurrent.TimeUnit.SECONDS))
                .isTrue();
        Awaitility.await().until(() -> {
            probes.watch();
            return hanging.late.get() > 0;
        });
        hanging.hangs = false;
        // The second try may have begun to hang before that line, and then it must be watched, too.
        Awaitility.await().until(() -> {
            probes.watch();
            return hanging.tries.get() >= 2;
        });
    }

    @Test
    void oneThatIsGoneIsLeftAlone() throws Exception {
        Guard hanging = guard();
        hanging.hangs = true;
        probes.changed(NORMAL, REFUSING);
        assertThat(hanging.entered.await(10, java.util.concurrent.TimeUnit.SECONDS))
                .isTrue();
        probes.removed(hanging);
        awaitQuiet();
    }

    @Test
    void anErrorDoesNotKeepTheNextWindowFromFindingOut() {
        Guard guard = guard();
        guard.error = new AssertionError("on purpose");
        probes.changed(NORMAL, REFUSING);
        guard.awaitTries(1);
        awaitQuiet();
        guard.error = null;
        probes.changed(REFUSING, NORMAL);
        probes.changed(NORMAL, REFUSING);
        guard.awaitTries(2);
    }

    private Guard guard() {
        Guard guard = new Guard();
        guards.add(guard);
        return guard;
    }

    private static void awaitQuiet() {
        Awaitility.await()
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().equals("stillwater-probe")));
    }

    private static final class Guard implements ProbedGuard {
        private final AtomicInteger tries = new AtomicInteger();
        private final AtomicInteger late = new AtomicInteger();
        private final CountDownLatch entered = new CountDownLatch(1);
        private volatile int failures;
        private volatile boolean hangs;
        private volatile Error error;

        @Override
        public boolean probe() {
            if (hangs) {
                entered.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    tries.incrementAndGet();
                    return false;
                }
            }
            int now = tries.incrementAndGet();
            if (error != null) {
                throw error;
            }
            return now > failures;
        }

        @Override
        public void probeTakesLongerThan(Duration limit) {
            assertThat(limit).isEqualTo(Duration.ofMillis(100));
            late.incrementAndGet();
        }

        void awaitTries(int number) {
            Awaitility.await().dontCatchUncaughtExceptions().until(() -> tries.get() >= number);
        }
    }
}
