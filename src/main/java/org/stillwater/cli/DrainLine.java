package org.stillwater.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.window.DrainProgress;
import org.stillwater.spi.Report;

/**
 * Shows how a drain goes on: on a terminal one line that is rewritten, elsewhere a line when those who are waited for
 * change, and once in a second.
 */
final class DrainLine implements Consumer<DrainProgress> {
    private static final String CLEAR = "\r\u001b[K";
    /** A line that wraps cannot be rewritten. */
    private static final int WIDTH = 79;
    /** Applications answer sooner than this; until then there is nothing to say about them. */
    private static final Duration TIME_TO_ANSWER = Duration.ofMillis(500);

    private final @Nullable PrintWriter err;
    private final boolean terminal;
    private final Duration timeout;
    private final long begun = System.nanoTime();
    private List<String> shown = List.of();
    private long shownAt;

    DrainLine(@Nullable PrintWriter err, boolean terminal, Duration timeout) {
        this.err = err;
        this.terminal = terminal;
        this.timeout = timeout;
    }

    @Override
    public void accept(DrainProgress progress) {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - begun);
        List<String> waitedFor = progress.waitingFor().stream()
                .filter(report -> hasAnswered(report, progress) || elapsed.compareTo(TIME_TO_ANSWER) > 0)
                .map(report ->
                        name(report) + (hasAnswered(report, progress) ? Drains.waiting(report) : " (no answer yet)"))
                .toList();
        Duration interval = terminal ? Duration.ofMillis(100) : Duration.ofSeconds(1);
        boolean due = shown.isEmpty() || System.nanoTime() - shownAt >= interval.toNanos();
        if (err == null || waitedFor.isEmpty() || (waitedFor.equals(shown) && !due)) {
            return;
        }
        shown = waitedFor;
        shownAt = System.nanoTime();
        print(
                err,
                "Draining, " + Durations.text(elapsed) + " of " + Durations.text(timeout) + ": writes in flight "
                        + progress.inFlight() + ", waiting for " + String.join("; ", waitedFor));
    }

    private static boolean hasAnswered(Report report, DrainProgress progress) {
        return report.epoch() >= progress.epoch();
    }

    private String name(Report report) {
        return terminal ? report.application() : Applications.name(report);
    }

    private void print(PrintWriter writer, String text) {
        if (terminal) {
            writer.print(CLEAR + text.substring(0, Math.min(WIDTH, text.length())));
        } else {
            writer.println(text);
        }
        writer.flush();
    }

    /** Removes the line that is rewritten. */
    void end() {
        if (err != null && terminal && !shown.isEmpty()) {
            err.print(CLEAR);
            err.flush();
        }
    }
}
