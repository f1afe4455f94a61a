package org.stillwater.internal.gate;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A write's admission. Open from its creation until its owner has ended it and every pin is gone; once closed it stays
 * closed and admits nobody. Request, transaction and thread only refer to it, so a reference that stays behind somewhere
 * (a transaction that timed out is completed by another thread) does no harm.
 *
 * <p>The state is one number: how many have {@linkplain #tryPin() pinned} the permit, plus {@link #OWNED} until its owner
 * has ended it, plus {@link #SOFT}. It is closed when nothing is left of that. A soft permit belongs to a request that has
 * not written yet; {@link #revokeIfSoft()} closes it unless somebody has pinned it before, because pinning takes the
 * softness away in the same atomic step.
 *
 * <p>Thread-safe.
 */
public final class Permit implements Admission {
    /** The token of a permit that the gate does not count, because it was given in an exempt block. */
    static final int UNCOUNTED = -2;

    private static final int SOFT = 1 << 30;
    private static final int OWNED = 1 << 29;
    private static final AtomicIntegerFieldUpdater<Permit> STATE =
            AtomicIntegerFieldUpdater.newUpdater(Permit.class, "state");

    private final WriteAdmission admission;
    private final int token;
    private final Object what;
    private final Thread thread = Thread.currentThread();
    private final long sinceNanos = System.nanoTime();
    private volatile int state;
    private volatile @Nullable BooleanSupplier over;
    private volatile boolean declared;
    private int place;

    Permit(WriteAdmission admission, int token, Object what, boolean soft) {
        this.admission = admission;
        this.token = token;
        this.what = what;
        // No fence is needed before others can see this permit: what makes them see it brings its own.
        STATE.lazySet(this, soft ? SOFT | OWNED : OWNED);
    }

    /** Whether this permit still admits. */
    public boolean isOpen() {
        return state != 0;
    }

    /**
     * Keeps the permit open until {@link #unpin()}, and makes a soft one hard.
     *
     * @return false if it is closed already
     */
    boolean tryPin() {
        while (true) {
            int now = state;
            if (now == 0) {
                return false;
            }
            if (STATE.compareAndSet(this, now, (now & ~SOFT) + 1)) {
                return true;
            }
        }
    }

    /**
     * Makes a soft permit hard: its request is about to write.
     *
     * @return false if it is closed already
     */
    boolean harden() {
        while (true) {
            int now = state;
            if ((now & SOFT) == 0) {
                return now != 0;
            }
            if (STATE.compareAndSet(this, now, now & ~SOFT)) {
                return true;
            }
        }
    }

    void unpin() {
        if (STATE.decrementAndGet(this) == 0) {
            admission.closed(this);
        }
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

    /** Closes a request's permit that has not been used for a write. */
    void revokeIfSoft() {
        if (STATE.compareAndSet(this, SOFT | OWNED, 0)) {
            admission.closed(this);
        }
    }

    @Override
    public Admission leaveThread() {
        admission.forget(this);
        return this;
    }

    /** Ends the owner's hold; the second and later calls do nothing. */
    @Override
    public void close() {
        end();
        admission.forgetClosed();
    }

    private void end() {
        while (true) {
            int now = state;
            if ((now & OWNED) == 0) {
                return;
            }
            int next = now & ~(OWNED | SOFT);
            if (STATE.compareAndSet(this, now, next)) {
                if (next == 0) {
                    admission.closed(this);
                }
                return;
            }
        }
    }

    /** A method that declares its writes is admitted by this permit. */
    void declare() {
        if (!declared) {
            declared = true;
        }
    }

    boolean isDeclared() {
        return declared;
    }

    /** Where {@link OpenPermits} keeps this permit; written once, before others see it there. */
    int place() {
        return place;
    }

    void setPlace(int place) {
        this.place = place;
    }

    int token() {
        return token;
    }

    /** Whether the gate counts it. */
    boolean isCounted() {
        return token != UNCOUNTED;
    }

    OpenPermit describe(long nowNanos) {
        return new OpenPermit(what.toString(), OpenPermit.whereabouts(thread), nowNanos - sinceNanos);
    }
}
