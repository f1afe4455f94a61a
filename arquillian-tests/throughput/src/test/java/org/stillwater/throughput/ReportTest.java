package org.stillwater.throughput;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class ReportTest {
    @Test
    void pairs_are_compared_and_servers_are_kept_apart() {
        Comparison comparison = new Comparison();
        comparison.beginBlock();
        comparison.add(round(1000, 100), round(900, 120));
        comparison.add(round(2000, 100), round(1960, 110));
        comparison.add(round(500, 100), round(500, 90));
        comparison.beginBlock();
        comparison.add(round(1000, 100), round(1100, 100));
        assertThat(comparison.ratios(Round::perSecond)).containsExactly(0.9, 0.98, 1.0, 1.1);
        assertThat(comparison.ratios(Round::processorMicros)).containsExactly(1.2, 1.1, 0.9, 1.0);
        assertThat(comparison.mediansOfBlocks(Round::perSecond)).containsExactly(0.98, 1.1);
    }

    @Test
    void a_table_has_both_sides_of_every_kind_of_request() {
        Map<Kind, Comparison> comparisons = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            Comparison comparison = new Comparison();
            comparison.beginBlock();
            comparison.add(round(1000, 100), round(900, 120));
            comparisons.put(kind, comparison);
        }
        assertThat(Report.of(comparisons))
                .contains(
                        "| PUT that changes a row, `@Writes` | without | 500 | 500 to 500 | 2.00 ms | 2.00 ms | 100 us |")
                .contains(
                        "| PUT that changes a row, `@Writes` | with | 450 | 450 to 450 | 2.00 ms | 2.00 ms | 120 us |")
                .contains("| GET without the database: requests/s | 0.900 | 0.900 to 0.900 | 0.900 |")
                .contains("| the same: processor time per request | 1.200 | 1.200 to 1.200 | 1.200 |")
                .endsWith("Guarded reads at most 2 % slower: not decided");
    }

    @Test
    void a_goal_is_decided_only_if_several_pairs_of_servers_agree() {
        assertThat(Report.verdict(List.of(0.98, 1.01))).isEqualTo("met");
        assertThat(Report.verdict(List.of(0.97, 0.94))).isEqualTo("missed");
        assertThat(Report.verdict(List.of(0.97, 0.99))).isEqualTo("not decided");
        assertThat(Report.verdict(List.of(0.99, 1.17))).isEqualTo("not decided");
        assertThat(Report.verdict(List.of(1.01))).isEqualTo("not decided");
    }

    @Test
    void quantiles_lie_between_figures() {
        assertThat(Quantiles.median(List.of(4.0, 1.0, 2.0, 3.0))).isEqualTo(2.5);
        assertThat(Quantiles.of(List.of(10.0, 20.0), 0.25)).isEqualTo(12.5);
    }

    /** Of two seconds, each request 2 ms. */
    private static Round round(int requests, long processorMicros) {
        Histogram latencies = new Histogram(60_000_000, 3);
        latencies.recordValueWithCount(2000, requests);
        return new Round(
                requests, Duration.ofSeconds(2), Duration.ofNanos(processorMicros * 1000 * requests), latencies);
    }
}
