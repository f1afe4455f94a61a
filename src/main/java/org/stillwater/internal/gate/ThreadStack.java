package org.stillwater.internal.gate;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The permits that each thread refers to, innermost first. Closed permits are dropped from the top whenever a thread
 * looks at its own, and from all threads in the end ({@link #pruneAll()}).
 *
 * <p>What stays with a pooled thread is an empty {@code Object[]}, which belongs to the JDK, so it keeps no class loader
 * alive; to remove it after each call would cost more than all the rest. Thread-safe: each thread sees its own only.
 */
final class ThreadStack {
    private final ThreadLocal<@Nullable Object[]> cells = new ThreadLocal<>();

    /** All that live, by identity; guarded by itself. */
    private final Set<@Nullable Object[]> all = Collections.newSetFromMap(new WeakHashMap<>());

    /** The calling thread's innermost permit that is not closed, and those below it; null if there is none. */
    @Nullable
    Held top() {
        return top(cell());
    }

    /** The same for a thread's own cell. */
    static @Nullable Held top(@Nullable Object[] cell) {
        return cell[0] == null ? null : prune(cell);
    }

    void push(Permit permit) {
        @Nullable Object[] cell = cell();
        cell[0] = new Held.Link(permit, prune(cell));
    }

    /** The caller has looked at the top before. */
    static void push(@Nullable Object[] cell, Held held) {
        held.next = (Held) cell[0];
        cell[0] = held;
    }

    /** Forgets one permit, wherever it stands. */
    void forget(Permit permit) {
        @Nullable Object[] cell = cell();
        for (Held held = prune(cell); held != null; held = held.next) {
            if (held.refersTo(permit)) {
                remove(cell, held);
            }
        }
    }

    /** Takes out one element, and what is closed above it. */
    static void remove(@Nullable Object[] cell, Held gone) {
        Held above = (Held) cell[0];
        if (above == gone) {
            cell[0] = gone.next;
        } else {
            while (above != null && above.next != gone) {
                above = above.next;
            }
            if (above != null) {
                above.next = gone.next;
            }
        }
        top(cell);
    }

    void clear() {
        @Nullable Object[] cell = cells.get();
        if (cell != null) {
            cell[0] = null;
        }
    }

    /**
     * Drops what is closed from all threads, because they may never look again: a permit that another thread has ended
     * stays behind on a thread of the server's, and keeps the class loader of an application that is gone. For when no
     * permit is given out any more that counts; one that a thread takes meanwhile may be dropped.
     */
    void pruneAll() {
        synchronized (all) {
            for (@Nullable Object[] cell : all) {
                prune(cell);
            }
        }
    }

    /** What the calling thread refers to, for the static methods of this class; not to be kept for another thread. */
    @Nullable
    Object[] cell() {
        @Nullable Object[] cell = cells.get();
        if (cell == null) {
            cell = new Object[1];
            cells.set(cell);
            synchronized (all) {
                all.add(cell);
            }
        }
        return cell;
    }

    private static @Nullable Held prune(@Nullable Object[] cell) {
        Held top = (Held) cell[0];
        Held first = top;
        while (first != null && !first.isOpen()) {
            first = first.next;
        }
        if (first != top) {
            cell[0] = first;
        }
        return first;
    }
}
