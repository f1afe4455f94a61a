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
    Link top() {
        return prune(cell());
    }

    void push(Permit permit) {
        @Nullable Object[] cell = cell();
        cell[0] = new Link(permit, prune(cell));
    }

    /** Forgets one permit, wherever it stands. */
    void forget(Permit permit) {
        @Nullable Object[] cell = cell();
        cell[0] = without(permit, prune(cell));
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

    private @Nullable Object[] cell() {
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

    private static @Nullable Link prune(@Nullable Object[] cell) {
        Link top = (Link) cell[0];
        Link first = top;
        while (first != null && !first.permit.isOpen()) {
            first = first.next;
        }
        if (first != top) {
            cell[0] = first;
        }
        return first;
    }

    private static @Nullable Link without(Permit permit, @Nullable Link link) {
        if (link == null) {
            return null;
        }
        Link rest = without(permit, link.next);
        return link.permit == permit ? rest : new Link(link.permit, rest);
    }

    /** One reference of a thread to a permit. Immutable, so that a permit may be referred to by several threads. */
    record Link(Permit permit, @Nullable Link next) {}
}
