package org.stillwater.spi;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stillwater.AccessMode;
import org.stillwater.Window;

/**
 * What a {@link ModeStore} holds at one epoch. Immutable. The methods {@link #draining}, {@link #readOnly},
 * {@link #with}, {@link #without}, {@link #aborted}, {@link #announcing} and {@link #ordering} are the only changes there are;
 * each grows the epoch by one.
 *
 * @param epoch grows with every change; 0 is a store that was never written to
 * @param mode the mode
 * @param windows the open windows, oldest first; empty exactly in {@code READ_WRITE}
 * @param deadline when a drain is over, present exactly in {@code DRAINING}
 * @param verified in {@code READ_ONLY}: every live application had drained when it was entered
 * @param announced a window that people are told of before it is opened, with its planned beginning; only in
 *     {@code READ_WRITE}, and null if there is none. Nothing is opened by it
 * @param replicas what applications are to do with their replicas
 */
public record ModeSnapshot(
        long epoch,
        AccessMode mode,
        List<Window> windows,
        @Nullable Instant deadline,
        boolean verified,
        @Nullable Window announced,
        ReplicaOrder replicas) {

    /** A store that was never initialised: reads and writes. */
    public static final ModeSnapshot INITIAL = readWrite(0);

    /** @throws IllegalArgumentException if the parts contradict each other */
    public ModeSnapshot {
        windows = List.copyOf(windows);
        require(epoch >= 0, "epoch " + epoch + " is negative");
        require(
                (mode == AccessMode.READ_WRITE) == windows.isEmpty(),
                "mode " + mode + " does not go with " + windows.size() + " open windows");
        require((mode == AccessMode.DRAINING) == (deadline != null), "a deadline goes with DRAINING, and only with it");
        require(announced == null || mode == AccessMode.READ_WRITE, "an announcement goes with READ_WRITE only");
        require(
                mode == AccessMode.DRAINING || replicas != ReplicaOrder.CHECK && replicas != ReplicaOrder.CATCH_UP,
                "the order " + replicas + " to replicas goes with DRAINING only");
        require(
                mode != AccessMode.READ_WRITE || replicas != ReplicaOrder.FREEZE,
                "the order FREEZE to replicas does not go with READ_WRITE");
        require(
                mode == AccessMode.READ_ONLY || replicas != ReplicaOrder.LEAVE,
                "the order LEAVE to replicas goes with READ_ONLY only");
    }

    /** Without any order to replicas but the usual one. */
    public ModeSnapshot(
            long epoch,
            AccessMode mode,
            List<Window> windows,
            @Nullable Instant deadline,
            boolean verified,
            @Nullable Window announced) {
        this(epoch, mode, windows, deadline, verified, announced, ReplicaOrder.USE);
    }

    /** Reads and writes, at the given epoch. */
    public static ModeSnapshot readWrite(long epoch) {
        return new ModeSnapshot(epoch, AccessMode.READ_WRITE, List.of(), null, true, null);
    }

    /** On the way to read-only mode: no new writes, those in flight may end until the deadline. */
    public ModeSnapshot draining(Window window, Instant until) {
        return draining(window, until, ReplicaOrder.USE);
    }

    /** The same with an order to replicas. */
    public ModeSnapshot draining(Window window, Instant until, ReplicaOrder order) {
        return new ModeSnapshot(epoch + 1, AccessMode.DRAINING, plus(window), until, false, null, order);
    }

    /** The same with another order to replicas. */
    public ModeSnapshot ordering(ReplicaOrder order) {
        return new ModeSnapshot(epoch + 1, mode, windows, deadline, verified, announced, order);
    }

    /** Read-only mode. What was not confirmed by every live application is not verified. */
    public ModeSnapshot readOnly(boolean drainVerified) {
        return new ModeSnapshot(epoch + 1, AccessMode.READ_ONLY, windows, null, drainVerified, null, replicas);
    }

    /** The same mode with one more window, or with the window of the same name replaced. */
    public ModeSnapshot with(Window window) {
        return new ModeSnapshot(epoch + 1, mode, plus(window), deadline, verified, null, replicas);
    }

    /** Without a window; back to {@code READ_WRITE} if it was the last one. */
    public ModeSnapshot without(String name) {
        List<Window> rest = windows.stream().filter(w -> !w.name().equals(name)).toList();
        return rest.isEmpty() ? aborted() : new ModeSnapshot(epoch + 1, mode, rest, deadline, verified, null, replicas);
    }

    /** Back to {@code READ_WRITE}, without any window. Replicas that may be paused are to go on. */
    public ModeSnapshot aborted() {
        boolean paused = replicas == ReplicaOrder.FREEZE || replicas == ReplicaOrder.RETURN;
        ModeSnapshot next = readWrite(epoch + 1);
        return paused
                ? new ModeSnapshot(next.epoch(), next.mode(), next.windows(), null, true, null, ReplicaOrder.RETURN)
                : next;
    }

    /**
     * Still {@code READ_WRITE}, with a window that is to come, in place of one that was announced before.
     *
     * @param window its {@code since} is when it is to be opened; null withdraws what was announced
     * @throws IllegalArgumentException in another mode
     */
    public ModeSnapshot announcing(@Nullable Window window) {
        return new ModeSnapshot(epoch + 1, mode, windows, deadline, verified, window, replicas);
    }

    /** The window of that name, if it is open. */
    public Optional<Window> window(String name) {
        return windows.stream().filter(w -> w.name().equals(name)).findFirst();
    }

    /** When the last window is expected to end; empty if there is none or one of them does not say. */
    public Optional<Instant> expectedEnd() {
        if (windows.stream().anyMatch(w -> w.end() == null)) {
            return Optional.empty();
        }
        return windows.stream().flatMap(w -> w.expectedEnd().stream()).max(Instant::compareTo);
    }

    /** Whether a drain has run out of time at the given moment. */
    public boolean isOverdue(Instant now) {
        return deadline != null && now.isAfter(deadline);
    }

    private List<Window> plus(Window window) {
        List<Window> all = new ArrayList<>(windows);
        all.replaceAll(w -> w.name().equals(window.name()) ? window : w);
        if (!all.contains(window)) {
            all.add(window);
        }
        return all;
    }

    private static void require(boolean condition, String complaint) {
        if (!condition) {
            throw new IllegalArgumentException("Not a mode snapshot: " + complaint);
        }
    }
}
