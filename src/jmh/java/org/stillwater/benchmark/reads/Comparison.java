package org.stillwater.benchmark.reads;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.stillwater.benchmark.reads.MeasuringJvm.Pair;

/** One quantity, with and without a guard, by the JVM it was measured in. */
final class Comparison {
    private static final int SAMPLES = 2_000;

    private final List<double[]> ratios = new ArrayList<>();
    private final List<Double> plain = new ArrayList<>();
    private final List<Double> more = new ArrayList<>();

    void addJvm(List<Pair> pairs, ToDoubleFunction<Unit.Turn> quantity) {
        ratios.add(pairs.stream()
                .mapToDouble(pair -> quantity.applyAsDouble(pair.unit()) / quantity.applyAsDouble(pair.plain()))
                .toArray());
        for (Pair pair : pairs) {
            plain.add(quantity.applyAsDouble(pair.plain()));
            more.add(quantity.applyAsDouble(pair.unit()) - quantity.applyAsDouble(pair.plain()));
        }
    }

    /** What a read took without a guard. */
    double plain() {
        return median(plain);
    }

    /** What it took more with one. */
    double more() {
        return median(more);
    }

    private static double median(List<Double> values) {
        return quantile(values.stream().mapToDouble(Double::doubleValue).toArray(), 0.5);
    }

    double quantile(double share) {
        return quantile(ratios.stream().flatMapToDouble(Arrays::stream).toArray(), share);
    }

    double[] medianOfEachJvm() {
        return ratios.stream().mapToDouble(jvm -> quantile(jvm, 0.5)).toArray();
    }

    /**
     * The interval that holds the median with 95 % confidence, by bootstrap: JVMs are drawn with replacement, and then
     * pairs of each, because JVMs compile differently and pairs of one are more alike than others.
     */
    Interval interval() {
        Random random = new Random(1);
        double[] medians = new double[SAMPLES];
        for (int sample = 0; sample < SAMPLES; sample++) {
            List<double[]> drawn = new ArrayList<>();
            for (int i = 0; i < ratios.size(); i++) {
                double[] jvm = ratios.get(random.nextInt(ratios.size()));
                drawn.add(random.ints(jvm.length, 0, jvm.length)
                        .mapToDouble(pair -> jvm[pair])
                        .toArray());
            }
            medians[sample] =
                    quantile(drawn.stream().flatMapToDouble(Arrays::stream).toArray(), 0.5);
        }
        return new Interval(quantile(medians, 0.025), quantile(medians, 0.975));
    }

    private static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.round((sorted.length - 1) * share)];
    }

    /** From the one to the other. */
    record Interval(double from, double to) {}
}
