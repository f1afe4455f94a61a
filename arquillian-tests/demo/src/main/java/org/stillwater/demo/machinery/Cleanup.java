package org.stillwater.demo.machinery;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Owns everything that would outlive this program, and stops it in reverse order: at the end, or when somebody
 * presses Ctrl-C. Starting and stopping exclude each other, so that nothing is started that nobody would stop.
 */
public final class Cleanup implements AutoCloseable {

    private final Deque<AutoCloseable> owned = new ArrayDeque<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    public Cleanup() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "demo-cleanup"));
    }

    /**
     * Starts something and owns it from then on.
     *
     * @throws IllegalStateException if everything has been stopped already
     */
    public synchronized <T extends AutoCloseable> T start(Callable<T> starter) throws Exception {
        if (isClosing()) {
            throw new IllegalStateException("Stopped while starting");
        }
        T started = starter.call();
        owned.push(started);
        return started;
    }

    /** Lets time pass, and fails if everything is stopped meanwhile. */
    public void pause(Duration time) throws InterruptedException {
        if (closing.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("Stopped");
        }
    }

    /** Returns when somebody stops the program. */
    public void awaitStop() throws InterruptedException {
        closing.await();
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    @Override
    public void close() {
        closing.countDown();
        closeAll();
    }

    private synchronized void closeAll() {
        while (!owned.isEmpty()) {
            AutoCloseable next = owned.pop();
            try {
                next.close();
            } catch (Exception e) {
                // The others must be stopped all the same.
                System.err.println("Could not stop " + next + ": " + e);
            }
        }
    }
}
