package org.stillwater.throughput;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The rounds of one kind of request. Those of the two sides that follow each other are a pair, and only such are compared:
 * what changes slowly on the machine is the same for both.
 */
final class Comparison {
    private final List<List<Pair>> blocks = new ArrayList<>();

    void beginBlock() {
        blocks.add(new ArrayList<>());
    }

    void add(Round without, Round with) {
        blocks.get(blocks.size() - 1).add(new Pair(without, with));
    }

    List<Round> rounds(Side side) {
        return blocks.stream()
                .flatMap(List::stream)
                .map(pair -> side == Side.WITH ? pair.with : pair.without)
                .toList();
    }

    /** With divided by without, of every pair. */
    List<Double> ratios(ToDoubleFunction<Round> figure) {
        return blocks.stream()
                .flatMap(List::stream)
                .map(pair -> pair.ratio(figure))
                .toList();
    }

    /**
     * The median of each pair of servers. They differ more than the rounds do, because each JVM compiles in its own way, so
     * they show how sure the result is.
     */
    List<Double> mediansOfBlocks(ToDoubleFunction<Round> figure) {
        return blocks.stream()
                .map(block -> Quantiles.median(
                        block.stream().map(pair -> pair.ratio(figure)).toList()))
                .toList();
    }

    private record Pair(Round without, Round with) {
        double ratio(ToDoubleFunction<Round> figure) {
            return figure.applyAsDouble(with) / figure.applyAsDouble(without);
        }
    }
}
