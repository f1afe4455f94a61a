package org.stillwater.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;
import org.stillwater.demo.load.Phase;
import org.stillwater.demo.load.Tally;

/** What people saw of one {@link Way}. */
record Measured(Way way, Tally tally, Duration window, long committedInside, long lost, List<Check> more) {

    static List<String> table(List<Measured> all) {
        List<String> lines = new ArrayList<>();
        lines.add("| | reads | failed | stale | stalls over 1 s | p50 before | p50 | p99 before | p99 | longest"
                + " | writes inside the window | writes lost |");
        lines.add("|---|---|---|---|---|---|---|---|---|---|---|---|");
        all.forEach(measured -> lines.add(measured.row()));
        return lines;
    }

    private String row() {
        Histogram before = tally.reads(Phase.BEFORE);
        Histogram during = during();
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %,d | %,d | %,d | %.1f ms | %.1f ms | %.1f ms | %.1f ms | %,.0f ms | %,d | %,d |",
                way.title(),
                during.getTotalCount() + tally.readsFailed(),
                tally.readsFailed(),
                tally.notesMissed(),
                tally.stalls(Phase.DRAINING) + tally.stalls(Phase.WINDOW),
                milliseconds(before.getValueAtPercentile(50)),
                milliseconds(during.getValueAtPercentile(50)),
                milliseconds(before.getValueAtPercentile(99)),
                milliseconds(during.getValueAtPercentile(99)),
                milliseconds(during.getMaxValue()),
                committedInside,
                lost);
    }

    private Histogram during() {
        Histogram during = tally.reads(Phase.WINDOW).copy();
        during.add(tally.reads(Phase.DRAINING));
        return during;
    }

    /** What must hold for this way. */
    List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        checks.add(Check.none("writes lost: " + way.title(), lost));
        checks.add(Check.none("reads older than an acknowledged write: " + way.title(), tally.notesMissed()));
        if (way.usesLibrary()) {
            checks.add(Check.none("writes committed inside the window: " + way.title(), committedInside));
        }
        if (way == Way.FROZEN) {
            checks.add(Check.none("reads failed: " + way.title(), tally.readsFailed()));
            checks.add(Check.some("reads that showed the last write: " + way.title(), tally.notesFound()));
            checks.add(p99());
        } else {
            checks.add(Check.some(
                    "reads that failed or stalled, so that the migration bites: " + way.title(),
                    tally.readsFailed() + tally.stalls(Phase.WINDOW)));
        }
        checks.addAll(more);
        return checks;
    }

    /** Within 5 % and a millisecond of before. */
    private Check p99() {
        double before = milliseconds(tally.reads(Phase.BEFORE).getValueAtPercentile(99));
        double during = milliseconds(during().getValueAtPercentile(99));
        double most = before * 1.05 + 1;
        return new Check(
                "99 % of the reads are as fast as before: " + way.title(),
                String.format(Locale.ROOT, "%.1f ms", during),
                String.format(Locale.ROOT, "<= %.1f ms", most),
                during <= most,
                List.of());
    }

    private static double milliseconds(long microseconds) {
        return microseconds / 1000.0;
    }
}
