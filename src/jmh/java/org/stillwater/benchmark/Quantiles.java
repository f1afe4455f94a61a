package org.stillwater.benchmark;

import java.util.Collection;

/** Of measured values. */
final class Quantiles {
    private Quantiles() {}

    /** The value below which a share of the values lies. */
    static double of(Collection<Double> values, double share) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[(int) Math.round((sorted.length - 1) * share)];
    }
}
