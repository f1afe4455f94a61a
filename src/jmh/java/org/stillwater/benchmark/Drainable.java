package org.stillwater.benchmark;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import org.stillwater.internal.gate.WriteGate;

/** Something that writers enter and that can be closed and drained. */
interface Drainable {
    /** Carries out a write if it is admitted; otherwise waits until it would be. */
    void write(Runnable work);

    /** Returns when nobody is inside any more, or with false when the limit is over. */
    boolean drain(Duration limit) throws InterruptedException;

    /** After a drain that succeeded. */
    void open();

    /** The library's gate, awaited as the library does it. Who is turned back waits, as he does for a lock. */
    final class Gate implements Drainable {
        private final WriteGate gate = new WriteGate();
        private final Set<Thread> waiting = ConcurrentHashMap.newKeySet();
        private volatile boolean closed;

        Gate() {
            gate.open();
        }

        @Override
        public void write(Runnable work) {
            int token = gate.tryEnter();
            if (token == WriteGate.CLOSED) {
                awaitOpen();
                return;
            }
            work.run();
            gate.exit(token);
        }

        private void awaitOpen() {
            waiting.add(Thread.currentThread());
            while (closed) {
                LockSupport.park(this);
            }
            waiting.remove(Thread.currentThread());
        }

        @Override
        public boolean drain(Duration limit) {
            closed = true;
            gate.setCloser(Thread.currentThread());
            gate.close();
            while (!gate.isDrained()) {
                LockSupport.parkNanos(limit.toNanos());
            }
            return true;
        }

        @Override
        public void open() {
            gate.open();
            closed = false;
            waiting.forEach(LockSupport::unpark);
        }
    }

    /** Writers hold the read lock. */
    final class ReadWriteLock implements Drainable {
        private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

        @Override
        public void write(Runnable work) {
            lock.readLock().lock();
            try {
                work.run();
            } finally {
                lock.readLock().unlock();
            }
        }

        @Override
        public boolean drain(Duration limit) throws InterruptedException {
            return lock.writeLock().tryLock(limit.toNanos(), TimeUnit.NANOSECONDS);
        }

        @Override
        public void open() {
            lock.writeLock().unlock();
        }
    }

    /** Writers hold the read lock, and overtake who wants to drain. */
    final class Stamped implements Drainable {
        private final StampedLock lock = new StampedLock();
        private long held;

        @Override
        public void write(Runnable work) {
            long stamp = lock.readLock();
            try {
                work.run();
            } finally {
                lock.unlockRead(stamp);
            }
        }

        @Override
        public boolean drain(Duration limit) throws InterruptedException {
            held = lock.tryWriteLock(limit.toNanos(), TimeUnit.NANOSECONDS);
            return held != 0;
        }

        @Override
        public void open() {
            lock.unlockWrite(held);
        }
    }
}
