package org.stillwater.throughput;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/** The figures as tables of Markdown. */
final class Report {
    /** Guarded reads may be 2 % slower. */
    private static final double GOAL = 0.98;

    /** Servers that differ by more than that say more about the machine than about the library. */
    private static final double AGREEMENT = 0.04;

    private final List<String> lines = new ArrayList<>();

    private Report() {}

    static List<String> of(Map<Kind, Comparison> comparisons) {
        Report report = new Report();
        report.figures(comparisons);
        report.ratios(comparisons);
        report.goal(comparisons.get(Kind.READ));
        return report.lines;
    }

    private void figures(Map<Kind, Comparison> comparisons) {
        line("");
        line("| request | library | requests/s, median | 10 %% to 90 %% | p50 | p99 | processor time of the server |");
        line("|---|---|---|---|---|---|---|");
        comparisons.forEach((kind, comparison) -> {
            for (Side side : Side.values()) {
                figures(kind, side, comparison.rounds(side));
            }
        });
    }

    private void figures(Kind kind, Side side, List<Round> rounds) {
        List<Double> perSecond = rounds.stream().map(Round::perSecond).toList();
        Histogram latencies = new Histogram(rounds.get(0).latencies());
        rounds.forEach(round -> latencies.add(round.latencies()));
        line(
                "| %s | %s | %.0f | %.0f to %.0f | %.2f ms | %.2f ms | %.0f us |",
                kind.title(),
                side.name().toLowerCase(Locale.ROOT),
                Quantiles.median(perSecond),
                Quantiles.of(perSecond, 0.1),
                Quantiles.of(perSecond, 0.9),
                latencies.getValueAtPercentile(50) / 1e3,
                latencies.getValueAtPercentile(99) / 1e3,
                Quantiles.median(rounds.stream().map(Round::processorMicros).toList()));
    }

    private void ratios(Map<Kind, Comparison> comparisons) {
        line("");
        line("| with / without | median of all pairs of rounds | half of them | median of each pair of servers |");
        line("|---|---|---|---|");
        comparisons.forEach((kind, comparison) -> {
            ratio(kind.title() + ": requests/s", comparison, Round::perSecond);
            ratio("the same: processor time per request", comparison, Round::processorMicros);
        });
    }

    private void ratio(String what, Comparison comparison, ToDoubleFunction<Round> figure) {
        List<Double> ratios = comparison.ratios(figure);
        line(
                "| %s | %.3f | %.3f to %.3f | %s |",
                what,
                Quantiles.median(ratios),
                Quantiles.of(ratios, 0.25),
                Quantiles.of(ratios, 0.75),
                comparison.mediansOfBlocks(figure).stream()
                        .map(median -> String.format(Locale.ROOT, "%.3f", median))
                        .collect(Collectors.joining(", ")));
    }

    private void goal(Comparison reads) {
        line("");
        line("Guarded reads at most 2 %% slower: %s", verdict(reads.mediansOfBlocks(Round::perSecond)));
    }

    /** Only what several pairs of servers agree on is decided. */
    static String verdict(List<Double> medians) {
        double lowest = Collections.min(medians);
        double highest = Collections.max(medians);
        if (medians.size() < 2 || highest - lowest > AGREEMENT) {
            return "not decided";
        }
        if (lowest >= GOAL) {
            return "met";
        }
        return highest < GOAL ? "missed" : "not decided";
    }

    private void line(String format, Object... values) {
        lines.add(String.format(Locale.ROOT, format, values));
    }
}
