package org.stillwater.internal.window;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.window.EnterResult.Outcome;
import org.stillwater.spi.ModeSnapshot;
import org.stillwater.spi.ModeStore;
import org.stillwater.spi.ModeStoreException;
import org.stillwater.spi.ReplicaOrder;
import org.stillwater.spi.Report;

/**
 * Waits until every live application has drained, and writes {@code READ_ONLY}.
 *
 * <p>With frozen replicas it goes through four stages, each an order of its own and a new epoch, and each over when two
 * listings agree that every live application has done it: {@code CHECK}, which goes with the drain; {@code CATCH_UP}, when no
 * write is in flight anywhere, so that each application may ask its primary for the position; {@code FREEZE}, when all
 * replicas show everything, because several applications may read one replica, and the first that paused it would keep the
 * others waiting for a later position; and {@code READ_ONLY}, which each application must have applied, and what began to read
 * the primary before must have ended. All but the last are {@code DRAINING} with its deadline, so whoever dies on the way has frozen
 * nothing for good.
 *
 * <p>For one thread, and once.
 */
final class Drain {
    /** How often reports are listed while waiting. */
    private static final Duration INTERVAL = Duration.ofMillis(25);

    private static final Duration TIME_TO_APPLY = Duration.ofSeconds(5);

    private final ModeStore store;
    private final EnterRequest request;
    private final Consumer<DrainProgress> progress;
    private final long begun;
    private ModeSnapshot now;
    private @Nullable Set<String> present;

    /** @param draining what was written */
    Drain(ModeStore store, EnterRequest request, Consumer<DrainProgress> progress, long begun, ModeSnapshot draining) {
        this.store = store;
        this.request = request;
        this.progress = progress;
        this.begun = begun;
        this.now = draining;
    }

    EnterResult run() {
        try {
            while (true) {
                EnterResult result = look();
                if (result != null) {
                    return result;
                }
                LockSupport.parkNanos(INTERVAL.toNanos());
            }
        } catch (RuntimeException | Error e) {
            abort(e);
            throw e;
        }
    }

    private void abort(Throwable problem) {
        try {
            store.compareAndSet(now, now.aborted());
        } catch (ModeStoreException again) {
            // Then the deadline of the drain ends it.
            problem.addSuppressed(again);
        }
    }

    private @Nullable EnterResult look() {
        List<Report> reports = store.reports();
        DrainProgress listing = DrainProgress.of(now, reports);
        if (isObjectedTo(listing)) {
            return settle(now.aborted(), Outcome.OBJECTED, listing);
        }
        if (cannotFreeze(listing)) {
            return settle(now.aborted(), Outcome.NOT_FROZEN, listing);
        }
        boolean agreed = isSameAsBefore(reports);
        if (agreed && listing.waitingFor().isEmpty()) {
            return goOn(listing);
        }
        progress.accept(listing);
        if (store.read().epoch() != now.epoch()) {
            return overtaken(listing);
        }
        if (Thread.currentThread().isInterrupted()) {
            return settle(now.aborted(), Outcome.INTERRUPTED, listing);
        }
        return isOver(begun, request.drainTimeout()) ? timeIsOver(listing) : null;
    }

    private boolean isSameAsBefore(List<Report> reports) {
        Set<String> listed = reports.stream().map(Report::instance).collect(Collectors.toSet());
        boolean same = listed.equals(present);
        present = listed;
        return same;
    }

    private boolean isObjectedTo(DrainProgress listing) {
        return !listing.objections().isEmpty() && !request.inSpiteOfObjections();
    }

    private boolean cannotFreeze(DrainProgress listing) {
        return now.replicas() == ReplicaOrder.CHECK
                && (!listing.unusableReplicas().isEmpty()
                        || (!listing.withoutReplica().isEmpty() && !request.inSpiteOfObjections()));
    }

    private @Nullable EnterResult goOn(DrainProgress listing) {
        return switch (now.replicas()) {
            case CHECK -> order(ReplicaOrder.CATCH_UP, listing);
            case CATCH_UP -> order(ReplicaOrder.FREEZE, listing);
            case FREEZE -> awaitApplied(enter(listing));
            case USE, LEAVE, RETURN -> enter(listing);
        };
    }

    /** Without any application nobody has confirmed anything. */
    private EnterResult enter(DrainProgress listing) {
        return listing.drained().isEmpty()
                ? settle(now.readOnly(false), Outcome.ENTERED_UNVERIFIED, listing)
                : settle(now.readOnly(true), Outcome.ENTERED, listing);
    }

    private @Nullable EnterResult order(ReplicaOrder next, DrainProgress listing) {
        ModeSnapshot ordered = now.ordering(next);
        if (!store.compareAndSet(now, ordered)) {
            return overtaken(listing);
        }
        now = ordered;
        present = null;
        return null;
    }

    private EnterResult awaitApplied(EnterResult entered) {
        if (entered.outcome() != Outcome.ENTERED) {
            return entered;
        }
        now = entered.snapshot();
        long applying = System.nanoTime();
        DrainProgress listing = DrainProgress.of(now, store.reports());
        while (!listing.waitingFor().isEmpty()) {
            progress.accept(listing);
            boolean over = isOver(applying, TIME_TO_APPLY) && isOver(begun, request.drainTimeout());
            if (over || Thread.currentThread().isInterrupted()) {
                return settle(now.aborted(), Outcome.NOT_FROZEN, listing);
            }
            LockSupport.parkNanos(INTERVAL.toNanos());
            listing = DrainProgress.of(now, store.reports());
        }
        return result(Outcome.ENTERED, now, listing);
    }

    private static boolean isOver(long since, Duration limit) {
        return System.nanoTime() - since > limit.toNanos();
    }

    private EnterResult timeIsOver(DrainProgress listing) {
        if (request.inSpiteOfStragglers()) {
            return settle(now.readOnly(false), Outcome.ENTERED_UNVERIFIED, listing);
        }
        boolean drained = now.replicas() != ReplicaOrder.USE && listing.waitsForReplicasOnly();
        return settle(now.aborted(), drained ? Outcome.NOT_FROZEN : Outcome.DRAIN_TIMED_OUT, listing);
    }

    private EnterResult settle(ModeSnapshot to, Outcome outcome, DrainProgress listing) {
        return store.compareAndSet(now, to) ? result(outcome, to, listing) : overtaken(listing);
    }

    private EnterResult overtaken(DrainProgress listing) {
        return result(Outcome.OVERTAKEN, store.read(), listing);
    }

    private EnterResult result(Outcome outcome, ModeSnapshot snapshot, DrainProgress listing) {
        return new EnterResult(outcome, snapshot, null, listing, Duration.ofNanos(System.nanoTime() - begun));
    }
}
