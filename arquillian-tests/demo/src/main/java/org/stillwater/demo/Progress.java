package org.stillwater.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.stillwater.demo.load.Outcome;
import org.stillwater.demo.load.Phase;
import org.stillwater.demo.load.Tally;

/** One line that says how it goes: rewritten in place on a terminal, printed now and then elsewhere. */
final class Progress implements AutoCloseable {

    private static final boolean TERMINAL = System.console() != null;
    private static final int EVERY_SECONDS = TERMINAL ? 1 : 5;

    private final PrintStream out = System.out;
    private final Instant started = Instant.now();
    private final Tally tally;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "progress");
        thread.setDaemon(true);
        return thread;
    });
    private Phase phase = Phase.WARM_UP;

    Progress(Tally tally) {
        this.tally = tally;
        clock.scheduleAtFixedRate(this::show, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    synchronized void enter(Phase next) {
        finishLine();
        phase = next;
    }

    /** Something worth a line of its own. */
    synchronized void say(String line) {
        out.println((TERMINAL ? "\r\033[K" : "") + "            " + line);
    }

    private synchronized void show() {
        out.print((TERMINAL ? "\r\033[K" : "") + line() + (TERMINAL ? "" : System.lineSeparator()));
        out.flush();
    }

    private void finishLine() {
        show();
        if (TERMINAL) {
            out.println();
        }
    }

    private String line() {
        Duration elapsed = Duration.between(started, Instant.now());
        Histogram reads = tally.reads(phase);
        return String.format(
                Locale.ROOT,
                "  %02d:%02d %-8s  reads %,d ok %d failed  writes %,d done %,d refused %d failed  read p50 %.1f p99 %.1f ms",
                elapsed.toMinutes(),
                elapsed.toSecondsPart(),
                phase,
                tally.readsDone(),
                tally.readsFailed(),
                tally.writes(Outcome.DONE),
                tally.writes(Outcome.REFUSED),
                tally.writes(Outcome.FAILED),
                reads.getValueAtPercentile(50) / 1000.0,
                reads.getValueAtPercentile(99) / 1000.0);
    }

    @Override
    public synchronized void close() {
        clock.shutdownNow();
        finishLine();
    }
}
