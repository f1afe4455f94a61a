package org.stillwater.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;
import org.stillwater.demo.load.Attempt;
import org.stillwater.demo.load.Outcome;
import org.stillwater.demo.load.Phase;
import org.stillwater.demo.load.Tally;
import org.stillwater.demo.load.Write;

/** What is printed at the end. */
final class Report {

    private final List<String> lines = new ArrayList<>();

    private Report() {}

    static List<String> of(boolean library, Window window, Tally tally, List<Check> checks) {
        Report report = new Report();
        report.headline(library, checks);
        report.checks(checks);
        report.times(window, tally);
        report.latencies(tally);
        report.refusals(tally);
        report.failures(tally);
        return report.lines;
    }

    private void headline(boolean library, List<Check> checks) {
        boolean holds = checks.stream().allMatch(Check::holds);
        String how = library ? "with the library" : "WITHOUT the library";
        add("");
        add(
                "%s  Migrated %s. %s",
                holds ? "PASSED" : "FAILED",
                how,
                library ? "" : "Writes inside the window are expected: they show that the measurement bites.");
        add("");
    }

    private void checks(List<Check> checks) {
        add("  %-50s %14s   %-12s", "", "measured", "must be");
        for (Check check : checks) {
            String verdict = check.holds() ? "ok" : "<-- does not hold";
            add("  %-50s %14s   %-12s %s", check.what(), check.measured(), check.must(), verdict);
            check.details().forEach(detail -> lines.add("      " + detail));
        }
        add("");
    }

    private void times(Window window, Tally tally) {
        add(
                "  window %s = on %s + migration %s + off %s",
                seconds(window.length()), seconds(window.on()), seconds(window.migration()), seconds(window.off()));
        add("  drain %s; the rest of 'on' is the start of the command", seconds(window.drain()));
        add("  longest pause between two acknowledged writes %s", seconds(longestPause(tally)));
        add("");
    }

    private void latencies(Tally tally) {
        add("  reads (ms)     count       p50       p99       max");
        latency("before", tally.reads(Phase.BEFORE));
        Histogram during = tally.reads(Phase.WINDOW).copy();
        during.add(tally.reads(Phase.DRAINING));
        latency("during", during);
        latency("after", tally.reads(Phase.AFTER));
        add("");
    }

    private void latency(String when, Histogram reads) {
        add(
                "  %-10s %,9d %9.1f %9.1f %9.1f",
                when,
                reads.getTotalCount(),
                reads.getValueAtPercentile(50) / 1000.0,
                reads.getValueAtPercentile(99) / 1000.0,
                reads.getMaxValue() / 1000.0);
    }

    private void refusals(Tally tally) {
        add("  %-50s %8s %8s %8s", "writes", "done", "refused", "failed");
        for (Write write : Write.values()) {
            add(
                    "  %-50s %8d %8d %8d",
                    write.title(),
                    count(tally, write, Outcome.DONE),
                    count(tally, write, Outcome.REFUSED),
                    count(tally, write, Outcome.FAILED));
        }
    }

    private void failures(Tally tally) {
        if (!tally.failures().isEmpty()) {
            add("");
            add("  the first failures:");
            tally.failures().forEach(failure -> lines.add("  - " + failure));
        }
    }

    private static long count(Tally tally, Write write, Outcome outcome) {
        return tally.attempts().stream()
                .filter(attempt -> attempt.write() == write && attempt.outcome() == outcome)
                .count();
    }

    private static Duration longestPause(Tally tally) {
        List<Instant> done = tally.attempts().stream()
                .filter(attempt -> attempt.outcome() == Outcome.DONE)
                .map(Attempt::ended)
                .sorted()
                .toList();
        Duration longest = Duration.ZERO;
        for (int i = 1; i < done.size(); i++) {
            Duration pause = Duration.between(done.get(i - 1), done.get(i));
            longest = pause.compareTo(longest) > 0 ? pause : longest;
        }
        return longest;
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f s", duration.toMillis() / 1000.0);
    }

    private void add(String format, Object... arguments) {
        lines.add(String.format(Locale.ROOT, format, arguments).stripTrailing());
    }
}
