package org.stillwater.internal.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.stillwater.internal.mode.ModeListener;
import org.stillwater.internal.mode.ModeState;

/**
 * Has each guard find out whether its database refuses to write, whenever writes begin to be refused; and again while they
 * are, as long as it could not. Each has a thread of its own, so that neither the change of mode nor the drain waits for it.
 *
 * <p>Thread-safe.
 */
final class Probes implements ModeListener {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Supplier<List<ProbedGuard>> guards;
    private final Duration limit;
    private final Duration pause;
    private final Map<ProbedGuard, Probe> running = new IdentityHashMap<>();
    private boolean refusing;

    Probes(Supplier<List<ProbedGuard>> guards) {
        this(guards, LIMIT, PAUSE);
    }

    Probes(Supplier<List<ProbedGuard>> guards, Duration limit, Duration pause) {
        this.guards = guards;
        this.limit = limit;
        this.pause = pause;
    }

    @Override
    public synchronized void changed(ModeState before, ModeState now) {
        boolean refuses = now.mode().refusesNewWrites();
        if (refuses && !refusing) {
            guards.get().forEach(this::start);
        } else if (!refuses) {
            running.values().forEach(Probe::endAfterThis);
        }
        refusing = refuses;
    }

    /** A guard has come. */
    synchronized void added(ProbedGuard guard) {
        if (refusing) {
            start(guard);
        }
    }

    /** A guard is gone. */
    synchronized void removed(ProbedGuard guard) {
        Probe probe = running.get(guard);
        if (probe != null) {
            probe.endNow();
        }
    }

    /** Ends what takes too long. */
    synchronized void watch() {
        new ArrayList<>(running.values()).forEach(Probe::endIfLate);
    }

    /** The application is stopped. */
    synchronized void stop() {
        refusing = false;
        running.values().forEach(Probe::endNow);
    }

    private void start(ProbedGuard guard) {
        Probe known = running.get(guard);
        if (known != null) {
            known.goOn();
            return;
        }
        Probe probe = new Probe(guard);
        running.put(guard, probe);
        probe.thread.start();
    }

    private synchronized boolean isOver(Probe probe, boolean done) {
        if (done || probe.ending) {
            running.remove(probe.guard, probe);
            return true;
        }
        return false;
    }

    /** One guard, until it has found out or writes are admitted again. */
    private final class Probe implements Runnable {
        private final ProbedGuard guard;
        private final Thread thread = new Thread(null, this, "stillwater-probe", 0, false);
        private volatile boolean ending;
        private volatile boolean trying;
        private volatile long since;

        Probe(ProbedGuard guard) {
            this.guard = guard;
            thread.setDaemon(true);
        }

        @Override
        public void run() {
            try {
                while (!isOver(this, tryOnce())) {
                    LockSupport.parkNanos(this, pause.toNanos());
                }
            } finally {
                isOver(this, true);
            }
        }

        private boolean tryOnce() {
            since = System.nanoTime();
            trying = true;
            boolean done = guard.probe();
            trying = false;
            return done;
        }

        /** What it is at, it may bring to an end. */
        void endAfterThis() {
            ending = true;
            LockSupport.unpark(thread);
        }

        /** Interrupts, because a pool may let it wait for longer than the application is there. */
        void endNow() {
            ending = true;
            thread.interrupt();
        }

        void goOn() {
            ending = false;
            LockSupport.unpark(thread);
        }

        void endIfLate() {
            if (trying && System.nanoTime() - since > limit.toNanos()) {
                guard.probeTakesLongerThan(limit);
                thread.interrupt();
            }
        }
    }
}
