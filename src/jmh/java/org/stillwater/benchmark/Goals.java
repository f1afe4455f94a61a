package org.stillwater.benchmark;

import java.io.PrintStream;
import java.util.Locale;

/** What was promised, next to what was measured. */
final class Goals {
    private final PrintStream out;
    private final Measurements measured;

    private Goals(PrintStream out, Measurements measured) {
        this.out = out;
        this.measured = measured;
    }

    static void print(PrintStream out, Measurements measured, Overhead overhead, Drains drains) {
        Goals goals = new Goals(out, measured);
        out.println();
        out.println("| goal | at most / at least | measured | |");
        out.println("|---|---|---|---|");
        goals.atMost("`@Writes` / empty interceptor, with client proxy", 1.2, overhead.scoped());
        goals.atMost("the same without client proxy", 1.2, overhead.dependent());
        goals.atMost("bytes more per call, with client proxy", 0, goals.bytesMore("scopedWrites", "scopedEmpty"));
        goals.atMost("the same without client proxy", 0, goals.bytesMore("dependentWrites", "dependentEmpty"));
        goals.atMost("gate: two threads / one", 1.05, goals.growth("gate"));
        goals.atMost("gate and permit: two threads / one", 1.05, goals.growth("admission"));
        goals.atLeast("Resilience4j bulkhead / gate, two threads", 10, goals.timesAtTwo("bulkhead", "gate"));
        goals.atLeast("Resilience4j bulkhead / gate and permit", 10, goals.timesAtTwo("bulkhead", "admission"));
        goals.atLeast("ReentrantReadWriteLock / gate, two threads", 25, goals.timesAtTwo("readWriteLock", "gate"));
        goals.atLeast("ReentrantReadWriteLock / gate and permit", 25, goals.timesAtTwo("readWriteLock", "admission"));
        goals.atMost("drain / ReentrantReadWriteLock, median", 1.1, drains.ratio());
    }

    private double timesAtTwo(String left, String right) {
        return measured.nanos(left, 2) / measured.nanos(right, 2);
    }

    private double growth(String benchmark) {
        return measured.nanos(benchmark, 2) / measured.nanos(benchmark, 1);
    }

    private double bytesMore(String left, String right) {
        return Math.rint(measured.bytes(left, 1) - measured.bytes(right, 1));
    }

    private void atMost(String goal, double limit, double value) {
        line(goal, limit, value, value <= limit);
    }

    private void atLeast(String goal, double limit, double value) {
        line(goal, limit, value, value >= limit);
    }

    private void line(String goal, double limit, double value, boolean met) {
        out.println(
                String.format(Locale.ROOT, "| %s | %.2f | %.2f | %s |", goal, limit, value, met ? "met" : "missed"));
    }
}
