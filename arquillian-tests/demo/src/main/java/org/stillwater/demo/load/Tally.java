package org.stillwater.demo.load;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** What everybody saw. Thread-safe. */
public final class Tally {

    private static final long LONGEST_MICROSECONDS = 120_000_000;
    private static final long STALL_MICROSECONDS = 1_000_000;
    private static final int FAILURES_KEPT = 5;

    private final Map<Phase, Histogram> reads = new EnumMap<>(Phase.class);
    private final Map<Outcome, LongAdder> writes = new EnumMap<>(Outcome.class);
    private final Map<Phase, LongAdder> stalls = new EnumMap<>(Phase.class);
    private final Timeline timeline = new Timeline();
    private final LongAdder readsDone = new LongAdder();
    private final LongAdder notesFound = new LongAdder();
    private final LongAdder notesMissed = new LongAdder();
    private final LongAdder readsFailed = new LongAdder();
    private final Queue<Attempt> attempts = new ConcurrentLinkedQueue<>();
    private final List<String> failures = new ArrayList<>();

    Tally() {
        for (Phase phase : Phase.values()) {
            reads.put(phase, new ConcurrentHistogram(LONGEST_MICROSECONDS, 3));
            stalls.put(phase, new LongAdder());
        }
        for (Outcome outcome : Outcome.values()) {
            writes.put(outcome, new LongAdder());
        }
    }

    /**
     * Counts a read. One that took longer than the reader's period stands for those that would have been asked
     * meanwhile, and would have waited too; leaving them out makes every stall look short.
     */
    void readDone(Phase phase, long microseconds, long periodMicroseconds) {
        reads.get(phase)
                .recordValueWithExpectedInterval(Math.min(microseconds, LONGEST_MICROSECONDS), periodMicroseconds);
        readsDone.increment();
        timeline.readDone(microseconds);
        if (microseconds > STALL_MICROSECONDS) {
            stalls.get(phase).increment();
        }
    }

    /** Somebody has seen a write that was acknowledged before he looked. */
    void noteFound() {
        notesFound.increment();
    }

    /** Somebody has not. */
    void noteMissed(Phase phase, String what) {
        notesMissed.increment();
        keep(phase, what);
    }

    void readFailed(Phase phase, String what) {
        readsFailed.increment();
        timeline.readFailed();
        keep(phase, what);
    }

    void write(Attempt attempt) {
        writes.get(attempt.outcome()).increment();
        attempts.add(attempt);
    }

    void writeFailed(Phase phase, String what) {
        keep(phase, what);
    }

    private void keep(Phase phase, String what) {
        synchronized (failures) {
            if (failures.size() < FAILURES_KEPT) {
                failures.add(phase + ": " + what);
            }
        }
    }

    /** How it went, second by second. */
    public Timeline timeline() {
        return timeline;
    }

    public long readsDone() {
        return readsDone.sum();
    }

    public long readsFailed() {
        return readsFailed.sum();
    }

    /** Reads that took longer than a second. */
    public long stalls(Phase phase) {
        return stalls.get(phase).sum();
    }

    /** Reads that showed what had been acknowledged before. */
    public long notesFound() {
        return notesFound.sum();
    }

    /** Reads that showed the past. */
    public long notesMissed() {
        return notesMissed.sum();
    }

    public long writes(Outcome outcome) {
        return writes.get(outcome).sum();
    }

    /** How long reads took, in microseconds; failed ones are not in it. */
    public Histogram reads(Phase phase) {
        return reads.get(phase);
    }

    public List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    /** The first few things that went wrong. */
    public List<String> failures() {
        synchronized (failures) {
            return List.copyOf(failures);
        }
    }
}
