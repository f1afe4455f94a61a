package org.stillwater.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.stillwater.AccessMode;
import org.stillwater.Window;
import org.stillwater.spi.ModeSnapshot;
import org.stillwater.spi.ModeStore;
import org.stillwater.spi.ModeStoreException;

/**
 * Returns the store to {@code READ_WRITE} if the process is told to end while it drains. The thread that drains is
 * interrupted, and aborts; should it hang, the hook aborts the drain itself. Either is a compare-and-set on this very
 * drain, so read-only mode that is in force, and somebody else's drain, stay what they are.
 */
final class Rescue {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ModeStore store;
    private final Window window;
    private final Thread draining = Thread.currentThread();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook = new Thread(this::run, "stillwater-rescue");

    private Rescue(ModeStore store, Window window) {
        this.store = store;
        this.window = window;
    }

    /** Does the work; while it lasts the rescue stands by. */
    static <T> T during(ModeStore store, Window window, Supplier<T> work) {
        Rescue rescue = new Rescue(store, window);
        Runtime.getRuntime().addShutdownHook(rescue.hook);
        try {
            return work.get();
        } finally {
            rescue.over();
        }
    }

    private void run() {
        draining.interrupt();
        try {
            if (!over.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                abort();
            }
        } catch (InterruptedException | ModeStoreException e) {
            // The process ends. What is not aborted here ends with the deadline of the drain.
            Thread.currentThread().interrupt();
        }
    }

    private void abort() {
        ModeSnapshot now = store.read();
        if (now.mode() == AccessMode.DRAINING && now.windows().contains(window)) {
            store.compareAndSet(now, now.aborted());
        }
    }

    private void over() {
        over.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already; the hook has just been told that there is nothing left to do.
            return;
        }
    }
}
