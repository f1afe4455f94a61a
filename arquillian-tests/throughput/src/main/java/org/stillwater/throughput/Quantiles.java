package org.stillwater.throughput;

import java.util.List;

/** Of a handful of figures. */
final class Quantiles {
    private Quantiles() {}

    /** Between two figures it is interpolated. */
    static double of(List<Double> figures, double share) {
        List<Double> sorted = figures.stream().sorted().toList();
        double place = share * (sorted.size() - 1);
        int below = (int) Math.floor(place);
        int above = (int) Math.ceil(place);
        return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
    }

    static double median(List<Double> figures) {
        return of(figures, 0.5);
    }
}
