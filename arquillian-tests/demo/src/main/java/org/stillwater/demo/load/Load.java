package org.stillwater.demo.load;

import java.net.URI;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A mix of readers and writers, each on a thread of their own and at a steady pace, until it is closed. */
public final class Load implements AutoCloseable {

    /** Every marker begins with it. */
    public static final String MARKER_PREFIX = "demo-";

    private static final int READERS = 8;
    private static final int WRITERS = 5;
    private static final int NOTE_KEEPERS = 2;
    private static final long NOTE_PERIOD_MICROSECONDS = 250_000;
    private static final long SEED = 20261122;

    private final ScheduledExecutorService visits = Executors.newScheduledThreadPool(READERS + WRITERS + NOTE_KEEPERS);
    private final Tally tally = new Tally();
    private final SplittableRandom random = new SplittableRandom(SEED);
    private volatile Phase phase = Phase.WARM_UP;

    /**
     * Starts it.
     *
     * @param orders how many orders there are to look at
     */
    public Load(URI address, int orders, int readsPerSecond, int writesPerSecond) {
        long period = TimeUnit.SECONDS.toMicros(READERS) / readsPerSecond;
        for (int i = 0; i < READERS; i++) {
            begin(new Reader(new Site(address), random.split(), orders, period, tally), i, READERS, period);
        }
        period = TimeUnit.SECONDS.toMicros(WRITERS) / writesPerSecond;
        for (int i = 0; i < WRITERS; i++) {
            begin(new Writer(new Site(address), i, random.split(), orders, tally), i, WRITERS, period);
        }
        for (int i = 0; i < NOTE_KEEPERS; i++) {
            NoteKeeper keeper = new NoteKeeper(new Site(address), i, random.split(), orders, tally);
            begin(keeper, i, NOTE_KEEPERS, NOTE_PERIOD_MICROSECONDS);
        }
    }

    private void begin(Visitor visitor, int number, int visitors, long period) {
        visits.scheduleWithFixedDelay(() -> visit(visitor), number * period / visitors, period, TimeUnit.MICROSECONDS);
    }

    private void visit(Visitor visitor) {
        try {
            visitor.visit(phase);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // The executor would keep it to itself, and never call this visitor again.
            tally.readFailed(phase, visitor.getClass().getSimpleName() + " broke: " + e);
        }
    }

    public void enter(Phase next) {
        phase = next;
        tally.timeline().enter(next);
    }

    public Tally tally() {
        return tally;
    }

    /** Returns once the last visit has ended. */
    @Override
    public void close() throws InterruptedException {
        visits.shutdown();
        if (!visits.awaitTermination(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("Some visits did not end within a minute");
        }
    }
}
