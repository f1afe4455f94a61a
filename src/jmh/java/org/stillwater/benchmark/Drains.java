package org.stillwater.benchmark;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** How long it takes from "nobody enters any more" to "nobody is inside", with writers that are short and many. */
final class Drains {
    private static final int WRITERS = 8;
    private static final int FLIPS = 300;
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final long WRITE_NANOS = 50_000;
    private static final long BETWEEN_NANOS = 1_000_000;

    private final List<Double> gate = new ArrayList<>();
    private final List<Double> readWriteLock = new ArrayList<>();
    private final List<Double> stampedLock = new ArrayList<>();

    /** One round: all three, one after the other. */
    void measure() throws Exception {
        measure(new Drainable.Gate(), FLIPS, gate);
        measure(new Drainable.ReadWriteLock(), FLIPS, readWriteLock);
        measure(new Drainable.Stamped(), 3, stampedLock);
    }

    private static void measure(Drainable subject, int flips, List<Double> micros) throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        for (int i = 0; i < WRITERS; i++) {
            writers.execute(() -> write(subject, stop));
        }
        try {
            for (int flip = 0; flip < flips; flip++) {
                LockSupport.parkNanos(BETWEEN_NANOS);
                long begin = System.nanoTime();
                boolean drained = subject.drain(LIMIT);
                micros.add((System.nanoTime() - begin) / 1e3);
                if (drained) {
                    subject.open();
                }
            }
        } finally {
            stop.set(true);
            writers.shutdown();
            writers.awaitTermination(10, TimeUnit.SECONDS);
        }
    }

    private static void write(Drainable subject, AtomicBoolean stop) {
        while (!stop.get()) {
            subject.write(() -> LockSupport.parkNanos(WRITE_NANOS));
        }
    }

    double ratio() {
        return Quantiles.of(gate, 0.5) / Quantiles.of(readWriteLock, 0.5);
    }

    void print(PrintStream out) {
        out.println();
        out.println("| drain, " + WRITERS + " writers | us, median | 90 % | 99 % | longest |");
        out.println("|---|---|---|---|---|");
        line(out, "gate", gate);
        line(out, "ReentrantReadWriteLock", readWriteLock);
        line(out, "StampedLock, given up after " + LIMIT.toMillis() + " ms", stampedLock);
    }

    private static void line(PrintStream out, String name, List<Double> micros) {
        out.println(String.format(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %.0f | %.0f |",
                name,
                Quantiles.of(micros, 0.5),
                Quantiles.of(micros, 0.9),
                Quantiles.of(micros, 0.99),
                Quantiles.of(micros, 1)));
    }
}
