package org.stillwater.demo.load;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** How it went, second by second, counted from the beginning of the load. Thread-safe. */
public final class Timeline {

    private final long begun = System.nanoTime();
    private final Map<Integer, LongAccumulator> longest = new ConcurrentSkipListMap<>();
    private final Map<Integer, LongAdder> failed = new ConcurrentSkipListMap<>();
    private final Map<Phase, Integer> phases = new ConcurrentSkipListMap<>();

    void enter(Phase phase) {
        phases.putIfAbsent(phase, now());
    }

    /** A read that has just ended. Each second in which somebody waited for it knows how long he had waited by then. */
    void readDone(long microseconds) {
        long end = System.nanoTime();
        long start = end - TimeUnit.MICROSECONDS.toNanos(microseconds);
        for (int second = second(start); second <= second(end); second++) {
            long until = Math.min(end, begun + TimeUnit.SECONDS.toNanos(second + 1L));
            longest.computeIfAbsent(second, s -> new LongAccumulator(Long::max, 0))
                    .accumulate(TimeUnit.NANOSECONDS.toMillis(until - start));
        }
    }

    void readFailed() {
        failed.computeIfAbsent(now(), s -> new LongAdder()).increment();
    }

    private int now() {
        return second(System.nanoTime());
    }

    private int second(long nanoTime) {
        return (int) TimeUnit.NANOSECONDS.toSeconds(nanoTime - begun);
    }

    /** The second in which a phase began. */
    public int beginOf(Phase phase) {
        return phases.getOrDefault(phase, 0);
    }

    /** The longest that anybody had waited, in milliseconds. */
    public SortedMap<Integer, Double> longest() {
        SortedMap<Integer, Double> values = new TreeMap<>();
        longest.forEach((second, value) -> values.put(second, Math.max(1.0, value.doubleValue())));
        return values;
    }

    /** The reads that failed; 0 where none did. */
    public SortedMap<Integer, Double> failed() {
        SortedMap<Integer, Double> values = new TreeMap<>();
        longest.keySet().forEach(second -> values.put(second, 0.0));
        failed.forEach((second, value) -> values.put(second, value.doubleValue()));
        return values;
    }
}
