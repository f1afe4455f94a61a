package org.stillwater.benchmark.reads;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.stillwater.benchmark.reads.MeasuringJvm.Pair;

/** What reads cost with one provider on one database, next to what they cost without a guard. */
final class ReadCost {
    private static final double GOAL = 1.02;

    private final Map<Reading, Map<Pair.Kind, Map<Quantity, Comparison>>> comparisons = new EnumMap<>(Reading.class);

    /** What is measured of a read. */
    private enum Quantity {
        TIME("time", "us", turn -> turn.nanoseconds() / 1_000),
        PROCESSOR("processor time", "us", turn -> turn.processorNanoseconds() / 1_000),
        BYTES("memory", "bytes", Unit.Turn::bytes);

        private final String words;
        private final String unit;
        private final ToDoubleFunction<Unit.Turn> value;

        Quantity(String words, String unit, ToDoubleFunction<Unit.Turn> value) {
            this.words = words;
            this.unit = unit;
            this.value = value;
        }
    }

    void addJvm(List<Pair> pairs) {
        for (Reading reading : Reading.values()) {
            for (Pair.Kind kind : Pair.Kind.values()) {
                List<Pair> some = pairs.stream()
                        .filter(pair -> pair.reading() == reading && pair.kind() == kind)
                        .toList();
                for (Quantity quantity : Quantity.values()) {
                    comparisons
                            .computeIfAbsent(reading, r -> new EnumMap<>(Pair.Kind.class))
                            .computeIfAbsent(kind, k -> new EnumMap<>(Quantity.class))
                            .computeIfAbsent(quantity, q -> new Comparison())
                            .addJvm(some, quantity.value);
                }
            }
        }
    }

    static void printHead(PrintStream out) {
        out.println(
                "| guarded / without a guard | without | more | median | half of the pairs | 95 % interval of the median"
                        + " | median of each JVM | two without a guard | at most 1.02 |");
        out.println("|---|---|---|---|---|---|---|---|---|");
    }

    void print(PrintStream out, String where) {
        comparisons.forEach((reading, kinds) -> {
            for (Quantity quantity : Quantity.values()) {
                print(
                        out,
                        where + ", " + reading + ": " + quantity.words,
                        quantity,
                        kinds.get(Pair.Kind.GUARDED).get(quantity),
                        kinds.get(Pair.Kind.CONTROL).get(quantity));
            }
        });
    }

    private static void print(PrintStream out, String what, Quantity quantity, Comparison guarded, Comparison control) {
        Comparison.Interval interval = guarded.interval();
        Comparison.Interval noise = control.interval();
        out.println(String.format(
                Locale.ROOT,
                "| %s | %.1f %s | %.2f | %.3f | %.3f to %.3f | %.3f to %.3f | %s | %.3f (%.3f to %.3f) | %s |",
                what,
                guarded.plain(),
                quantity.unit,
                guarded.more(),
                guarded.quantile(0.5),
                guarded.quantile(0.25),
                guarded.quantile(0.75),
                interval.from(),
                interval.to(),
                Arrays.stream(guarded.medianOfEachJvm())
                        .mapToObj(median -> String.format(Locale.ROOT, "%.3f", median))
                        .collect(Collectors.joining(", ")),
                control.quantile(0.5),
                noise.from(),
                noise.to(),
                quantity == Quantity.BYTES ? "" : verdict(interval)));
    }

    private static String verdict(Comparison.Interval interval) {
        if (interval.to() <= GOAL) {
            return "yes";
        }
        return interval.from() > GOAL ? "**no**" : "not decided";
    }
}
