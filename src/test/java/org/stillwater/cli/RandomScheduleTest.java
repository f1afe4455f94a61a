package org.stillwater.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.stillwater.AccessMode;
import org.stillwater.internal.store.FileModeStore;
import org.stillwater.spi.ModeSnapshot;

/**
 * Applications that start, write, stop and start again, and two operators who enter, leave and are interrupted, at random
 * but by a seed. After each step: in read-only mode that is announced as verified, no write is there. At the end one
 * {@code off} leads back.
 */
@Timeout(240)
class RandomScheduleTest {
    private static final int SEEDS = 6;
    private static final int STEPS = 60;
    private static final int APPLICATIONS = 3;

    @TempDir
    Path parent;

    @Test
    void noWriteIsThereInAnAnnouncedWindow() throws Exception {
        int announced = 0;
        int admitted = 0;
        int refused = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            try (Schedule schedule = new Schedule(parent.resolve("store" + seed), seed)) {
                schedule.run();
                announced += schedule.announced;
                admitted += schedule.admitted;
                refused += schedule.refused;
            }
        }
        assertThat(announced).as("announced windows that were looked at").isGreaterThan(SEEDS);
        assertThat(admitted).as("writes").isGreaterThan(SEEDS);
        assertThat(refused).as("refusals").isGreaterThan(SEEDS);
    }

    private static final class Schedule implements AutoCloseable {
        private final Path directory;
        private final Random random;
        private final String seed;
        private final FileModeStore store;
        private final @Nullable SmallApplication[] applications = new SmallApplication[APPLICATIONS];
        private final int[] writes = new int[APPLICATIONS];
        private final @Nullable Thread[] operators = new Thread[2];
        private final List<String> log = new ArrayList<>();
        private int announced;
        private int admitted;
        private int refused;

        Schedule(Path directory, int seed) {
            this.directory = directory;
            this.random = new Random(seed);
            this.seed = "seed " + seed;
            this.store = FileModeStore.open(directory);
        }

        void run() throws Exception {
            for (int i = 0; i < STEPS; i++) {
                int application = random.nextInt(APPLICATIONS);
                int operator = random.nextInt(operators.length);
                switch (random.nextInt(10)) {
                    case 0 -> stop(application);
                    case 1, 2, 3 -> begin(application);
                    case 4, 5, 6 -> end(application);
                    case 7 -> on(operator);
                    case 8 -> off(operator);
                    default -> interruptOrWait(operator);
                }
                check();
                LockSupport.parkNanos(Duration.ofMillis(random.nextInt(40)).toNanos());
                check();
            }
            leave();
        }

        private void begin(int i) {
            SmallApplication application = applications[i];
            if (application == null) {
                log.add("start " + i);
                applications[i] = new SmallApplication(directory, "application" + i);
            } else if (application.begin("a write")) {
                log.add("begin " + i);
                writes[i]++;
                admitted++;
            } else {
                refused++;
            }
        }

        private void end(int i) {
            SmallApplication application = applications[i];
            if (application != null && writes[i] > 0) {
                log.add("end " + i);
                application.end();
                writes[i]--;
            }
        }

        private void stop(int i) {
            SmallApplication application = applications[i];
            if (application != null) {
                log.add("stop " + i);
                application.close();
                applications[i] = null;
                writes[i] = 0;
            }
        }

        private void on(int i) {
            Thread running = operators[i];
            if (running == null || !running.isAlive()) {
                log.add("on " + i);
                String timeout = 100 + random.nextInt(1000) + "ms";
                Thread operator = new Thread(
                        () -> Cli.run("on", "--store", directory, "--name", "window" + i, "--drain-timeout", timeout));
                operators[i] = operator;
                operator.start();
            }
        }

        private void off(int i) {
            log.add("off " + i);
            if (random.nextBoolean()) {
                Cli.run("off", "--store", directory, "--all");
            } else {
                Cli.run("off", "--store", directory, "--name", "window" + i);
            }
        }

        private void interruptOrWait(int i) throws InterruptedException {
            Thread operator = operators[i];
            if (operator != null && random.nextBoolean()) {
                log.add("interrupt " + i);
                operator.interrupt();
            } else if (operator != null) {
                operator.join(100);
            }
        }

        /** Only this thread begins and ends writes, so none can have come since the mode was read. */
        private void check() {
            ModeSnapshot before = store.read();
            int inFlight = java.util.Arrays.stream(writes).sum();
            if (before.mode() == AccessMode.READ_ONLY && before.verified()) {
                announced++;
                assertThat(inFlight)
                        .as("writes in epoch %d, %s: %s", before.epoch(), seed, log)
                        .isZero();
            }
        }

        private void leave() throws InterruptedException {
            for (Thread operator : operators) {
                if (operator != null) {
                    operator.join();
                }
            }
            assertThat(Cli.run("off", "--store", directory, "--all").code()).isZero();
            for (SmallApplication application : applications) {
                if (application != null) {
                    await(seed).until(() -> application.begin("a write"));
                }
            }
        }

        @Override
        public void close() throws InterruptedException {
            for (Thread operator : operators) {
                if (operator != null) {
                    operator.interrupt();
                    operator.join();
                }
            }
            for (int i = 0; i < APPLICATIONS; i++) {
                stop(i);
            }
            store.close();
        }
    }
}
