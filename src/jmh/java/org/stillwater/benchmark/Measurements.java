package org.stillwater.benchmark;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;

/** The iterations of all rounds, by benchmark and number of threads. */
final class Measurements {
    private final Map<String, Samples> samples = new TreeMap<>();

    void add(int threads, Collection<RunResult> results) {
        for (RunResult result : results) {
            String key = key(result.getPrimaryResult().getLabel(), threads);
            Samples to = samples.computeIfAbsent(key, unknown -> new Samples());
            for (BenchmarkResult benchmark : result.getBenchmarkResults()) {
                benchmark.getIterationResults().forEach(to::add);
            }
        }
    }

    /** The processor time of a call, median. */
    double nanos(String benchmark, int threads) {
        return Quantiles.of(samples.get(key(benchmark, threads)).processor, 0.5);
    }

    double bytes(String benchmark, int threads) {
        return Quantiles.of(samples.get(key(benchmark, threads)).bytes, 0.5);
    }

    void print(PrintStream out) {
        out.println();
        out.println("| benchmark | threads | processor ns, median | 10 % to 90 % | by the clock | bytes |");
        out.println("|---|---|---|---|---|---|");
        samples.forEach((key, measured) -> out.println(String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f to %.1f | %.1f | %.0f |",
                key,
                Quantiles.of(measured.processor, 0.5),
                Quantiles.of(measured.processor, 0.1),
                Quantiles.of(measured.processor, 0.9),
                Quantiles.of(measured.clock, 0.5),
                Quantiles.of(measured.bytes, 0.5))));
    }

    private static String key(String benchmark, int threads) {
        return benchmark + " | " + threads;
    }

    private static final class Samples {
        private final List<Double> clock = new ArrayList<>();
        private final List<Double> processor = new ArrayList<>();
        private final List<Double> bytes = new ArrayList<>();

        void add(IterationResult iteration) {
            clock.add(iteration.getPrimaryResult().getScore());
            iteration.getSecondaryResults().forEach((label, value) -> {
                if (label.endsWith("gc.alloc.rate.norm")) {
                    bytes.add(value.getScore());
                } else if (label.endsWith(ProcessorTime.LABEL)) {
                    processor.add(value.getScore());
                }
            });
        }
    }
}
