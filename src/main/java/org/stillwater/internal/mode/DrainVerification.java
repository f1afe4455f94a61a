package org.stillwater.internal.mode;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.stillwater.AccessMode;
import org.stillwater.internal.log.Log;
import org.stillwater.spi.DrainVerdict;
import org.stillwater.spi.Report;

/**
 * Asks the guarded databases whether a write is open that was not counted here, before this application says that it has
 * drained. They are asked once the gate is closed and empty, in {@code DRAINING} only, and until each has given a final
 * answer; the answers stand until the next drain.
 *
 * <p>Confined to {@link ModeMachine}, except for the threads that ask. Nothing here blocks.
 */
final class DrainVerification {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final DrainAnswer LATE = DrainAnswer.counted("it was started when no drain was in progress");
    private static final Log LOG = Log.of("mode");

    private final Supplier<List<DrainSource>> sources;
    private final Duration limit;
    private final Runnable changed;
    private final Map<DrainSource, DrainInquiry> inquiries = new IdentityHashMap<>();
    private final Set<String> logged = new HashSet<>();
    private long epoch;

    /** @param changed is called on any thread when {@link #isSettled} may say something else than before */
    DrainVerification(Supplier<List<DrainSource>> sources, Runnable changed) {
        this(sources, LIMIT, changed);
    }

    DrainVerification(Supplier<List<DrainSource>> sources, Duration limit, Runnable changed) {
        this.sources = sources;
        this.limit = limit;
        this.changed = changed;
    }

    /** Whether there is nothing left to wait for; asks whom it has to. */
    boolean isSettled(ModeState state, boolean gateIsEmpty) {
        if (!state.mode().refusesNewWrites()) {
            stop();
            return false;
        }
        if (!gateIsEmpty) {
            return false;
        }
        follow(state);
        return inquiries.values().stream().allMatch(inquiry -> inquiry.answer().isFinal());
    }

    private void follow(ModeState state) {
        boolean draining = state.mode() == AccessMode.DRAINING;
        if (draining && state.snapshot().epoch() != epoch) {
            stop();
            epoch = state.snapshot().epoch();
        }
        List<DrainSource> present = sources.get();
        inquiries.entrySet().removeIf(inquiry -> {
            boolean gone = present.stream().noneMatch(source -> source == inquiry.getKey());
            if (gone) {
                inquiry.getValue().stop();
            }
            return gone;
        });
        for (DrainSource source : present) {
            if (!inquiries.containsKey(source)) {
                inquiries.put(source, draining ? ask(source) : DrainInquiry.answered(source, LATE));
            }
        }
    }

    private DrainInquiry ask(DrainSource source) {
        DrainInquiry inquiry = new DrainInquiry(source, limit, changed, reason -> warnOnce(source.unit(), reason));
        inquiry.start();
        return inquiry;
    }

    private void warnOnce(String unit, String reason) {
        boolean first;
        synchronized (logged) {
            first = logged.add(unit + reason);
        }
        if (first) {
            LOG.warn(
                    "STILL00209",
                    "%s: its database cannot be asked whether writes are open, so a drain goes by the counted ones: %s",
                    unit,
                    reason);
        }
    }

    /** What is known about each database, sorted by name. */
    List<DrainVerdict> verdicts() {
        return inquiries.values().stream()
                .map(DrainInquiry::verdict)
                .sorted(Comparator.comparing(DrainVerdict::unit))
                .toList();
    }

    /** The transactions that databases have open. */
    List<Report.Straggler> stragglers() {
        return inquiries.values().stream()
                .flatMap(inquiry -> inquiry.answer().open().stream())
                .toList();
    }

    /** Forgets the last drain. */
    void stop() {
        inquiries.values().forEach(DrainInquiry::stop);
        inquiries.clear();
        epoch = -1;
    }
}
