package org.stillwater.internal.replica;

import org.jspecify.annotations.Nullable;
import org.stillwater.spi.ReplicaOrder;
import org.stillwater.spi.ReplicaProgress;
import org.stillwater.spi.ReplicaReport.State;

/**
 * What is known about a replica under one order. Immutable; each change makes another one, so that whoever has looked at an
 * older one cannot overwrite what came since.
 *
 * @param task what is to be done
 * @param state how far that is
 * @param detail for an operator
 * @param position where the primary was when no write was in flight any more; null if it has not been asked, or cannot be
 */
public record Standing(
        Task task, State state, String detail, @Nullable String position) {
    /** What is to be done with a replica. */
    public enum Task {
        /** Nothing. */
        NONE,
        /** Find out whether it could be paused. */
        CHECK,
        /** See that it shows everything, but do not read it yet. */
        CATCH_UP,
        /** As {@code CATCH_UP}, and pause it. */
        FREEZE,
        /** Read it when it shows everything. */
        READ,
        /** Read it as long as it is paused, and nothing else. */
        READ_FROZEN,
        /** Let it go on, if it is paused. */
        RESUME;

        boolean isRead() {
            return this == READ || this == READ_FROZEN;
        }

        boolean keepsPosition(Task next) {
            return (this == CATCH_UP || this == FREEZE || isRead()) && next != NONE && next != RESUME;
        }

        boolean pauses() {
            return this == FREEZE || this == READ_FROZEN;
        }

        /** What follows from an order, in a mode in which writes begin to be refused or are. */
        static Task of(ReplicaOrder order, boolean readOnly) {
            return switch (order) {
                case USE -> readOnly ? READ : NONE;
                case CHECK -> CHECK;
                case CATCH_UP -> CATCH_UP;
                case FREEZE -> readOnly ? READ_FROZEN : FREEZE;
                case LEAVE -> NONE;
                case RETURN -> RESUME;
            };
        }
    }

    private static final String FIRST = "nothing is known yet";

    static final Standing IDLE = new Standing(Task.NONE, State.IDLE, "", null);

    /** The first one under another task. */
    Standing begin(Task next) {
        if (next == task) {
            return this;
        }
        if (next == Task.NONE) {
            return IDLE;
        }
        String known = task.keepsPosition(next) ? position : null;
        if (next == Task.READ_FROZEN && state == State.FROZEN) {
            return new Standing(next, state, detail, known);
        }
        return new Standing(next, State.BEHIND, FIRST, known);
    }

    Standing with(State next, String why) {
        return new Standing(task, next, why, position);
    }

    Standing at(String primary) {
        return new Standing(task, state, detail, primary);
    }

    /** Whether transactions that begin now may read it. */
    boolean isRead() {
        return task.isRead() && (state == State.READY || state == State.FROZEN);
    }

    /** Why a replica that has come so far must not be read, or null. */
    @Nullable
    String objectionTo(ReplicaProgress progress) {
        if (progress.unsuitable() != null) {
            return progress.unsuitable();
        }
        if (position != null && !progress.reached()) {
            return "it is at " + progress.at() + " and does not show everything up to " + lsn();
        }
        if (task == Task.READ_FROZEN && !progress.paused()) {
            return "it is not paused any more, so it may show the new schema; it is at " + progress.at();
        }
        return null;
    }

    private String lsn() {
        String known = String.valueOf(position);
        return known.substring(known.indexOf(' ') + 1);
    }
}
