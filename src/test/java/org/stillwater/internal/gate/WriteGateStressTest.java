package org.stillwater.internal.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many writers, many flips: while the gate says that it is drained, nobody may be inside. */
@Timeout(120)
class WriteGateStressTest {
    private static final int WRITERS = 4;
    private static final int FLIPS = 5_000;

    @Test
    void nobodyIsInsideWhileDrained() throws Exception {
        Outcome outcome = stress(new Striped(), FLIPS, Duration.ofSeconds(20));
        assertThat(outcome.violations()).isZero();
        assertThat(outcome.flips())
                .as("all of them, unless the machine is busy")
                .isGreaterThan(FLIPS / 30);
        assertThat(outcome.writes()).isGreaterThan(outcome.flips());
    }

    /** The same harness must find the mistake that is easiest to make, or it proves nothing. */
    @Test
    void findsAGateThatChecksFirstAndRegistersAfterwards() throws Exception {
        Outcome outcome = stress(new ChecksFirst(), Integer.MAX_VALUE, Duration.ofSeconds(60));
        assertThat(outcome.violations()).isPositive();
    }

    private static Outcome stress(Gate gate, int flips, Duration limit) throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicLong writes = new AtomicLong();
        AtomicBoolean stop = new AtomicBoolean();
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        ExecutorService pool = Executors.newFixedThreadPool(WRITERS, work -> {
            Thread thread = new Thread(work);
            threads.add(thread);
            return thread;
        });
        List<Future<?>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(pool.submit(() -> write(gate, inside, writes, stop)));
        }
        try {
            return flip(gate, threads, inside, writes, flips, System.nanoTime() + limit.toNanos());
        } finally {
            stop.set(true);
            gate.open();
            threads.forEach(LockSupport::unpark);
            pool.shutdown();
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
    }

    private static void write(Gate gate, AtomicInteger inside, AtomicLong writes, AtomicBoolean stop) {
        while (!stop.get()) {
            int token = gate.tryEnter();
            if (token == WriteGate.CLOSED) {
                // Parked, not spinning: the closer needs a core to look at the drained gate.
                LockSupport.park();
                continue;
            }
            inside.incrementAndGet();
            writes.incrementAndGet();
            Thread.onSpinWait();
            inside.decrementAndGet();
            gate.exit(token);
        }
    }

    private static Outcome flip(
            Gate gate, Set<Thread> writers, AtomicInteger inside, AtomicLong writes, int flips, long deadline) {
        int violations = 0;
        int done = 0;
        while (done < flips && violations == 0 && System.nanoTime() < deadline) {
            long before = writes.get();
            gate.open();
            writers.forEach(LockSupport::unpark);
            if (!await(() -> writes.get() > before, deadline)) {
                break;
            }
            gate.close();
            if (!await(gate::isDrained, deadline)) {
                break;
            }
            for (int look = 0; look < 200; look++) {
                violations += inside.get() == 0 ? 0 : 1;
            }
            done++;
        }
        return new Outcome(violations, done, writes.get());
    }

    private static boolean await(BooleanSupplier condition, long deadline) {
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() >= deadline) {
                return false;
            }
            Thread.yield();
        }
        return true;
    }

    private record Outcome(int violations, int flips, long writes) {}

    private interface Gate {
        int tryEnter();

        void exit(int token);

        void open();

        void close();

        boolean isDrained();
    }

    private static final class Striped implements Gate {
        private final WriteGate gate = new WriteGate();

        @Override
        public int tryEnter() {
            return gate.tryEnter();
        }

        @Override
        public void exit(int token) {
            gate.exit(token);
        }

        @Override
        public void open() {
            gate.open();
        }

        @Override
        public void close() {
            gate.close();
        }

        @Override
        public boolean isDrained() {
            return gate.isDrained();
        }
    }

    private static final class ChecksFirst implements Gate {
        private final AtomicInteger registered = new AtomicInteger();
        private volatile boolean open;

        @Override
        public int tryEnter() {
            if (!open) {
                return WriteGate.CLOSED;
            }
            Thread.yield();
            registered.incrementAndGet();
            return 0;
        }

        @Override
        public void exit(int token) {
            registered.decrementAndGet();
        }

        @Override
        public void open() {
            open = true;
        }

        @Override
        public void close() {
            open = false;
        }

        @Override
        public boolean isDrained() {
            return registered.get() == 0;
        }
    }
}
