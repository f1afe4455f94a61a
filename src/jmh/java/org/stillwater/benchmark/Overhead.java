package org.stillwater.benchmark;

import jakarta.enterprise.inject.se.SeContainer;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;

/**
 * {@code @Writes} next to an empty interceptor in the same JVM, in turns of a few milliseconds. JVMs compile the same calls
 * in Weld differently from start to start, by more than what is measured here; so both sides are in one, and there are
 * many of them.
 */
public final class Overhead {
    private static final int JVMS_PER_ROUND = 5;
    private static final int WARM_UP_TURNS = 400;
    private static final int TURNS = 300;
    private static final int CALLS_PER_TURN = 20_000;

    private final List<Double> scoped = new ArrayList<>();
    private final List<Double> dependent = new ArrayList<>();

    Overhead() {}

    /** One round: a few JVMs, one after the other. */
    void measure() throws Exception {
        for (int jvm = 0; jvm < JVMS_PER_ROUND; jvm++) {
            Process process = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElse("java"),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Overhead.class.getName())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (var output = process.inputReader()) {
                List<String> lines = output.lines().toList();
                if (process.waitFor() != 0 || lines.size() != 2) {
                    throw new IllegalStateException("The measuring JVM has failed: " + lines);
                }
                scoped.add(Double.valueOf(lines.get(0)));
                dependent.add(Double.valueOf(lines.get(1)));
            }
        }
    }

    double scoped() {
        return Quantiles.of(scoped, 0.5);
    }

    double dependent() {
        return Quantiles.of(dependent, 0.5);
    }

    void print(PrintStream out) {
        out.println();
        out.println("| `@Writes` / empty interceptor, " + scoped.size() + " JVMs | median | least | most |");
        out.println("|---|---|---|---|");
        line(out, "with client proxy", scoped);
        line(out, "without", dependent);
    }

    private static void line(PrintStream out, String name, List<Double> ratios) {
        out.println(String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.2f |",
                name,
                Quantiles.of(ratios, 0.5),
                Quantiles.of(ratios, 0),
                Quantiles.of(ratios, 1)));
    }

    /**
     * Measures in this JVM and prints both ratios.
     *
     * @param args none
     */
    public static void main(String[] args) {
        try (SeContainer container = Services.start()) {
            Services.ScopedEmpty scopedEmpty =
                    container.select(Services.ScopedEmpty.class).get();
            Services.ScopedWrites scopedWrites =
                    container.select(Services.ScopedWrites.class).get();
            Services.DependentEmpty dependentEmpty =
                    container.select(Services.DependentEmpty.class).get();
            Services.DependentWrites dependentWrites =
                    container.select(Services.DependentWrites.class).get();
            System.out.println(ratio(new Turns(scopedWrites::next), new Turns(scopedEmpty::next)));
            System.out.println(ratio(new Turns(dependentWrites::next), new Turns(dependentEmpty::next)));
        }
    }

    private static double ratio(Turns writes, Turns empty) {
        for (int turn = 0; turn < WARM_UP_TURNS; turn++) {
            writes.take();
            empty.take();
        }
        List<Double> ratios = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            ratios.add(turn % 2 == 0 ? writes.take() / empty.take() : 1 / (empty.take() / writes.take()));
        }
        return Quantiles.of(ratios, 0.5);
    }

    /** One side. */
    private static final class Turns {
        private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

        private final IntUnaryOperator call;
        private int result;

        Turns(IntUnaryOperator call) {
            this.call = call;
        }

        /** Calls for a while. Returns the processor time that this took the thread. */
        double take() {
            long before = THREADS.getCurrentThreadCpuTime();
            for (int i = 0; i < CALLS_PER_TURN; i++) {
                result = call.applyAsInt(result);
            }
            return THREADS.getCurrentThreadCpuTime() - before;
        }
    }
}
