package org.stillwater.internal.gate;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A write's admission. Open from its creation until its owner has ended it and every pin is gone; once closed it stays
 * closed and admits nobody. Request, transaction and thread only refer to it, so a reference that stays behind somewhere
 * (a transaction that timed out is completed by another thread) does no harm.
 *
 * <p>The state is one number: how many hold the permit open (its owner and those who {@linkplain #tryPin() pinned} it),
 * plus {@link #SOFT}. A soft permit belongs to a request that has not written yet; {@link #revokeIfSoft()} closes it
 * unless somebody has pinned it before, because pinning takes the softness away in the same atomic step.
 *
 * <p>Thread-safe.
 */
public final class Permit implements Admission {
    private static final int SOFT = 1 << 30;

    private final WriteAdmission admission;
    private final int token;
    private final Object what;
    private final Thread thread = Thread.currentThread();
    private final long sinceNanos = System.nanoTime();
    private final AtomicInteger holds;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile @Nullable BooleanSupplier over;

    Permit(WriteAdmission admission, int token, Object what, boolean soft) {
        this.admission = admission;
        this.token = token;
        this.what = what;
        this.holds = new AtomicInteger(soft ? SOFT | 1 : 1);
    }

    /** Whether this permit still admits. */
    public boolean isOpen() {
        return holds.get() != 0;
    }

    /**
     * Keeps the permit open until {@link #unpin()}, and makes a soft one hard.
     *
     * @return false if it is closed already
     */
    boolean tryPin() {
        while (true) {
            int now = holds.get();
            if (now == 0) {
                return false;
            }
            if (holds.compareAndSet(now, (now & ~SOFT) + 1)) {
                return true;
            }
        }
    }

    void unpin() {
        release();
    }

    /** Says how to find out that this permit should have ended, for the case that nobody ends it. */
    public void endsWhen(BooleanSupplier isOver) {
        over = isOver;
    }

    void endIfOver() {
        BooleanSupplier asked = over;
        if (asked != null && asked.getAsBoolean()) {
            close();
        }
    }

    /** Closes a request's permit that has not been used for a write. Returns whether it did. */
    boolean revokeIfSoft() {
        if (holds.compareAndSet(SOFT | 1, 0)) {
            admission.closed(this);
            return true;
        }
        return false;
    }

    @Override
    public Admission leaveThread() {
        admission.forget(this);
        return this;
    }

    /** Ends the owner's hold; the second and later calls do nothing. */
    @Override
    public void close() {
        if (ended.compareAndSet(false, true)) {
            release();
        }
        admission.forgetClosed();
    }

    private void release() {
        while (true) {
            int now = holds.get();
            if (now == 0) {
                return;
            }
            int next = (now & ~SOFT) == 1 ? 0 : now - 1;
            if (holds.compareAndSet(now, next)) {
                if (next == 0) {
                    admission.closed(this);
                }
                return;
            }
        }
    }

    int token() {
        return token;
    }

    OpenPermit describe(long nowNanos) {
        return new OpenPermit(what.toString(), OpenPermit.whereabouts(thread), nowNanos - sinceNanos);
    }
}
