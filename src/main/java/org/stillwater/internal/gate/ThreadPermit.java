package org.stillwater.internal.gate;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The permit of a write that begins and ends with a method, on one thread and without a transaction. It is used again
 * for a later write, so that the usual case allocates nothing; {@link ThreadPermits} has a fixed number.
 *
 * <p><b>Why it may be used again, although a closed permit must never admit anybody:</b> only the thread that took it
 * refers to it, by an element of its stack, which is this permit itself. When that thread closes it, the element leaves the
 * stack before the permit becomes free, so nobody refers to a free one. When another thread closes it, it cannot take the
 * element out of a stack that is not its own: then the permit stays closed for good, and a new one takes its place.
 *
 * <p>Thread-safe; to be closed once.
 */
final class ThreadPermit extends Held implements Admission {
    private static final VarHandle OWNER;

    static {
        try {
            OWNER = MethodHandles.lookup()
                    .findVarHandle(ThreadPermit.class, "owner", Thread.class)
                    .withInvokeExactBehavior();
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final ThreadPermits permits;
    private final int place;

    /** Who holds it, null while it is free. What follows is written by him before he lets others know, or while he is in. */
    @SuppressWarnings("unused") // by OWNER
    private volatile @Nullable Thread owner;

    private volatile boolean endedElsewhere;
    private @Nullable Object what;
    private @Nullable Object @Nullable [] stack;
    private int token;
    private long sinceNanos;

    ThreadPermit(ThreadPermits permits, int place) {
        this.permits = permits;
        this.place = place;
    }

    /** Takes it for the calling thread. False if it is taken. */
    boolean tryTake(Thread thread) {
        return (Thread) OWNER.getOpaque(this) == null && OWNER.compareAndSet(this, (Thread) null, thread);
    }

    /** Begins a write on the thread that has just taken it; the gate has given out the token. */
    void begin(int gateToken, Object write, @Nullable Object[] cell) {
        token = gateToken;
        what = write;
        sinceNanos = RoughTime.nanos();
        if (stack != cell) { // mostly it is the same thread again, and to store a reference costs more than to look
            stack = cell;
        }
        ThreadStack.push(cell, this);
    }

    @Override
    public Admission leaveThread() {
        Admission elsewhere = permits.takeElsewhere(what());
        close();
        return elsewhere;
    }

    private Object what() {
        Object write = what;
        if (write == null) {
            throw new IllegalStateException("The permit is closed");
        }
        return write;
    }

    @Override
    public void close() {
        Thread holder = owner;
        if (holder == Thread.currentThread()) {
            closeHere();
        } else if (holder != null && !endedElsewhere) {
            endedElsewhere = true;
            permits.replace(place);
            permits.exit(token);
        }
    }

    private void closeHere() {
        if (endedElsewhere) {
            return;
        }
        @Nullable Object[] cell = stack;
        if (cell != null) {
            ThreadStack.remove(cell, this);
        }
        next = null;
        what = null;
        int leaving = token;
        OWNER.setRelease(this, (Thread) null);
        permits.exit(leaving);
    }

    @Override
    boolean isOpen() {
        return !endedElsewhere;
    }

    @Override
    boolean isCounted() {
        return true;
    }

    @Override
    boolean isDeclared() {
        return true;
    }

    @Override
    boolean harden() {
        return isOpen();
    }

    /** While its own thread is busy with something else, it cannot close it. */
    @Override
    boolean tryPin() {
        return isOpen();
    }

    @Override
    void unpin() {}

    @Override
    boolean refersTo(Permit permit) {
        return false;
    }

    /**
     * As it is shown to an operator; null if it is free, or just being taken or given back.
     *
     * <p>What is written is cleared before the permit becomes free, so it does not stem from an earlier holder than the one
     * that was read before it. Nor from a later one, if both are the same when they are read again.
     */
    @Nullable
    OpenPermit describe(long nowNanos) {
        Thread holder = owner;
        Object write = what;
        long since = sinceNanos;
        VarHandle.acquireFence();
        if (holder == null || write == null || holder != owner || write != what || endedElsewhere) {
            return null;
        }
        return new OpenPermit(write.toString(), OpenPermit.whereabouts(holder), nowNanos - since);
    }
}
