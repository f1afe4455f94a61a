package org.stillwater.internal.gate;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Holds writes until the gate opens: a bounded number, each for a bounded time. When the gate opens they try again in
 * the order in which they came, spread over {@link #SPREAD_NANOS} and jittered, so that they do not meet the database
 * all at once.
 *
 * <p><b>No wake-up is lost.</b> A waiter joins the line first and tries to enter afterwards; the gate is opened first and
 * {@link #opened()} is called afterwards. So either the try finds the gate open, or {@code opened()} finds the waiter in
 * the line and gives it a turn. A turn is taken back only by the waiter itself, before it tries.
 *
 * <p><b>Nobody waits for ever.</b> A waiter leaves at its deadline, which no turn moves, after one last try; and at once
 * when its thread is interrupted or the line is {@linkplain #stop() stopped}. Who waits holds no permit, so a drain never
 * waits for the line.
 *
 * <p>Waiters park on a {@link Condition}, so virtual threads give their carrier back. Thread-safe.
 */
public final class WaitingLine {
    /** The whole line is let in within this time, and each waiter at most 1 ms after the one before. */
    static final long SPREAD_NANOS = 100_000_000L;

    private static final long STEP_NANOS = 1_000_000L;

    private final int capacity;
    private final long limitNanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Waiter> line = new ArrayDeque<>();
    private boolean stopped;

    /**
     * @param capacity how many may wait at once
     * @param limit how long each waits
     */
    public WaitingLine(int capacity, Duration limit) {
        this.capacity = capacity;
        this.limitNanos = limit.toNanos();
    }

    /**
     * Waits until the attempt succeeds, or for nothing.
     *
     * @param attempt tries to enter and answers null if it is refused; called without any lock
     */
    public Outcome await(Supplier<@Nullable Admission> attempt) {
        Waiter waiter = new Waiter(lock.newCondition(), System.nanoTime() + limitNanos);
        Reason refused = join(waiter);
        if (refused != null) {
            return new Outcome.Refused(refused);
        }
        try {
            return tryUntilOver(waiter, attempt);
        } finally {
            leave(waiter);
        }
    }

    private Outcome tryUntilOver(Waiter waiter, Supplier<@Nullable Admission> attempt) {
        while (true) {
            Admission admission = attempt.get();
            if (admission != null) {
                return new Outcome.Admitted(admission);
            }
            Reason over = awaitTurn(waiter);
            if (over == Reason.TIME_OUT) {
                Admission last = attempt.get();
                return last != null ? new Outcome.Admitted(last) : new Outcome.Refused(over);
            }
            if (over != null) {
                return new Outcome.Refused(over);
            }
        }
    }

    private @Nullable Reason join(Waiter waiter) {
        lock.lock();
        try {
            if (stopped) {
                return Reason.STOPPED;
            }
            if (line.size() >= capacity) {
                return Reason.FULL;
            }
            line.addLast(waiter);
            return null;
        } finally {
            lock.unlock();
        }
    }

    private void leave(Waiter waiter) {
        lock.lock();
        try {
            line.remove(waiter);
        } finally {
            lock.unlock();
        }
    }

    /** Answers null when it is this waiter's turn. */
    private @Nullable Reason awaitTurn(Waiter waiter) {
        lock.lock();
        try {
            while (true) {
                if (stopped) {
                    return Reason.STOPPED;
                }
                long now = System.nanoTime();
                if (waiter.called && now - waiter.turn >= 0) {
                    waiter.called = false;
                    return null;
                }
                if (now - waiter.deadline >= 0) {
                    return Reason.TIME_OUT;
                }
                waiter.signal.awaitNanos(waiter.nextEvent() - now);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Reason.INTERRUPTED;
        } finally {
            lock.unlock();
        }
    }

    /** The gate has been opened: gives everybody a turn. */
    public void opened() {
        lock.lock();
        try {
            long now = System.nanoTime();
            int place = 0;
            for (Waiter waiter : line) {
                waiter.turn = now
                        + delay(
                                place++,
                                line.size(),
                                ThreadLocalRandom.current().nextDouble());
                waiter.called = true;
                waiter.signal.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * How long after the opening a waiter has its turn.
     *
     * @param jitter from 0 to 1: where within its step
     */
    static long delay(int place, int size, double jitter) {
        long step = Math.min(STEP_NANOS, SPREAD_NANOS / size);
        return (long) (step * (place + jitter));
    }

    /** Refuses everybody who waits, now and from now on. */
    public void stop() {
        lock.lock();
        try {
            stopped = true;
            line.forEach(waiter -> waiter.signal.signal());
        } finally {
            lock.unlock();
        }
    }

    /** How many are waiting. */
    public int size() {
        lock.lock();
        try {
            return line.size();
        } finally {
            lock.unlock();
        }
    }

    /** Why a wait ended without admission. */
    public enum Reason {
        /** As many as may wait are waiting already. */
        FULL,
        /** The time is over. */
        TIME_OUT,
        /** The waiting thread was interrupted; its interrupt status is set. */
        INTERRUPTED,
        /** The application is being stopped. */
        STOPPED
    }

    /** How a wait ended. */
    public sealed interface Outcome {
        /**
         * The gate let the waiter in.
         *
         * @param admission what to close when the write is over
         */
        record Admitted(Admission admission) implements Outcome {}

        /**
         * It did not.
         *
         * @param reason why
         */
        record Refused(Reason reason) implements Outcome {}
    }

    /** Guarded by the lock. */
    private static final class Waiter {
        private final Condition signal;
        private final long deadline;
        private long turn;
        private boolean called;

        Waiter(Condition signal, long deadline) {
            this.signal = signal;
            this.deadline = deadline;
        }

        long nextEvent() {
            return called && turn - deadline < 0 ? turn : deadline;
        }
    }
}
