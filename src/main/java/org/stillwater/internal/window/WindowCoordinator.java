package org.stillwater.internal.window;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stillwater.AccessMode;
import org.stillwater.Window;
import org.stillwater.internal.window.EnterResult.Outcome;
import org.stillwater.spi.ModeSnapshot;
import org.stillwater.spi.ModeStore;
import org.stillwater.spi.ReplicaOrder;
import org.stillwater.spi.ReplicaReport;
import org.stillwater.spi.Report;

/**
 * Opens and lifts windows. To enter:
 *
 * <ol>
 *   <li>Write {@code DRAINING} with a deadline.
 *   <li>List the reports until two listings agree on who is there, and each live one has drained this epoch. A report
 *       that comes later belongs to an application that reads the mode later still, and finds {@code DRAINING}.
 *   <li>Write {@code READ_ONLY}. Each write is a compare-and-set against the epoch before, so it fails if anybody (a
 *       second operator, an application that saw the deadline pass) has done something in between.
 * </ol>
 *
 * <p>Stateless apart from the store; thread-safe.
 */
public final class WindowCoordinator {
    /**
     * The stored deadline is this much later than the tool's own, so that an application aborts the drain only when the
     * tool is no longer there to do it, or to go on in spite of stragglers.
     */
    static final Duration TOOL_GRACE = Duration.ofSeconds(5);

    /** An application that hangs for longer is not waited for: it reads nothing either. */
    private static final Duration TIME_TO_LEAVE = Duration.ofSeconds(5);

    private final ModeStore store;
    private final Clock clock;

    /** Coordinates through a store. */
    public WindowCoordinator(ModeStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Enters read-only mode, or adds a window if it is in force already.
     *
     * @param progress is told of each listing while waiting
     * @throws org.stillwater.spi.ModeStoreException if the store cannot be read or written
     */
    public EnterResult enter(EnterRequest request, Consumer<DrainProgress> progress) {
        long begun = System.nanoTime();
        while (true) {
            ModeSnapshot now = store.read();
            DrainProgress listing = DrainProgress.of(now, store.reports());
            if (now.mode() == AccessMode.READ_ONLY
                    && request.freezingReplicas()
                    && now.replicas() != ReplicaOrder.FREEZE) {
                return result(Outcome.TOO_LATE_TO_FREEZE, now, listing, begun);
            } else if (now.mode() == AccessMode.READ_ONLY) {
                Window open = now.window(request.window().name()).orElse(null);
                ModeSnapshot more = now.with(updated(open, request.window()));
                if (store.compareAndSet(now, more)) {
                    return new EnterResult(Outcome.ADDED, more, open, listing, since(begun));
                }
            } else if (now.mode() == AccessMode.DRAINING && !now.isOverdue(clock.instant())) {
                return result(Outcome.OVERTAKEN, now, listing, begun);
            } else if (hasNoApplication(listing) && !request.withoutApplications()) {
                return result(Outcome.NO_APPLICATION, now, listing, begun);
            } else {
                Optional<ModeSnapshot> draining = beginDrain(now, request);
                if (draining.isPresent()) {
                    return new Drain(store, request, progress, begun, draining.get()).run();
                }
            }
        }
    }

    /** Who opened a window, and when, stays; what is not said again stays too. */
    private static Window updated(@Nullable Window open, Window wanted) {
        if (open == null) {
            return wanted;
        }
        return new Window(
                open.name(),
                wanted.reason() == null ? open.reason() : wanted.reason(),
                open.owner(),
                open.since(),
                wanted.end() == null ? open.end() : wanted.end());
    }

    private static boolean hasNoApplication(DrainProgress listing) {
        return listing.waitingFor().isEmpty() && listing.drained().isEmpty();
    }

    private Optional<ModeSnapshot> beginDrain(ModeSnapshot now, EnterRequest request) {
        if (now.mode() == AccessMode.DRAINING) {
            store.compareAndSet(now, now.aborted());
            return Optional.empty();
        }
        Instant deadline = clock.instant().plus(request.drainTimeout()).plus(TOOL_GRACE);
        ModeSnapshot draining = now.draining(
                request.window(), deadline, request.freezingReplicas() ? ReplicaOrder.CHECK : ReplicaOrder.USE);
        return store.compareAndSet(now, draining) ? Optional.of(draining) : Optional.empty();
    }

    private static EnterResult result(Outcome outcome, ModeSnapshot snapshot, DrainProgress listing, long begun) {
        return new EnterResult(outcome, snapshot, null, listing, since(begun));
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /**
     * Tells people of a window that is to come, in place of one that was announced before. Opens nothing.
     *
     * @param window with its planned beginning; null withdraws the announcement
     * @return what the store holds then: without the announcement if a window is open
     */
    public ModeSnapshot announce(@Nullable Window window) {
        while (true) {
            ModeSnapshot now = store.read();
            if (now.mode() != AccessMode.READ_WRITE || Objects.equals(now.announced(), window)) {
                return now;
            }
            ModeSnapshot announcing = now.announcing(window);
            if (store.compareAndSet(now, announcing)) {
                return announcing;
            }
        }
    }

    /**
     * Lifts one window. If it is the last one and replicas are read, all live applications read their primaries again before
     * the first write is admitted: who has written through the one must not see the past through the other.
     *
     * @return the window that was lifted; empty if none of that name was open
     */
    public Optional<Window> lift(String name) {
        while (true) {
            ModeSnapshot now = store.read();
            Optional<Window> window = now.window(name);
            if (window.isEmpty()) {
                return window;
            }
            ModeSnapshot left = now.windows().size() == 1 ? leaveReplicas(now) : now;
            if (store.compareAndSet(left, left.without(name))) {
                return window;
            }
        }
    }

    /** Lifts all windows and returns those that were open. */
    public List<Window> liftAll() {
        while (true) {
            ModeSnapshot now = store.read();
            if (now.windows().isEmpty()) {
                return now.windows();
            }
            ModeSnapshot left = leaveReplicas(now);
            if (store.compareAndSet(left, left.aborted())) {
                return now.windows();
            }
        }
    }

    /** Returns what the store holds when nobody reads a replica any more, or {@code now} if nobody did. */
    private ModeSnapshot leaveReplicas(ModeSnapshot now) {
        if (now.mode() != AccessMode.READ_ONLY
                || store.reports().stream().noneMatch(WindowCoordinator::mayReadReplica)) {
            return now;
        }
        ModeSnapshot leaving = now;
        if (now.replicas() == ReplicaOrder.USE || now.replicas() == ReplicaOrder.FREEZE) {
            leaving = now.ordering(now.replicas() == ReplicaOrder.FREEZE ? ReplicaOrder.RETURN : ReplicaOrder.LEAVE);
            if (!store.compareAndSet(now, leaving)) {
                return now;
            }
        }
        Applied.await(store, leaving.epoch(), TIME_TO_LEAVE);
        return leaving;
    }

    private static boolean mayReadReplica(Report report) {
        return report.alive()
                && report.replicas().stream().anyMatch(replica -> replica.state() != ReplicaReport.State.NONE);
    }
}
