package org.stillwater.internal.gate;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Counts the writes in flight and can be closed and drained.
 *
 * <h2>Assumptions</h2>
 *
 * <ol>
 *   <li>Every {@link #tryEnter()} that returned a token, and every {@link #enterNested()}, is followed by exactly one
 *       {@link #exit(int)} with that token, on any thread.
 *   <li>{@link #enterNested()} is called only by someone who knows that an enter has not been exited yet and will not be
 *       before the call returns ({@link Permit#tryPin()}).
 * </ol>
 *
 * <h2>Guarantee</h2>
 *
 * <p>Once {@link #isDrained()} has returned true, nobody is inside, and nobody enters until {@link #open()}.
 *
 * <h2>Progress</h2>
 *
 * <p>Entering and leaving never wait. The closer never starves: those who come after {@link #close()} turn back.
 *
 * <h2>Why it is right</h2>
 *
 * <p>All accesses below are volatile reads, volatile writes or atomic read-modify-writes, so they form one total order
 * that agrees with the program order of each thread (JLS 17.4.4). Both sums only grow, and an exit follows its own
 * enter.
 *
 * <p><i>Nobody slips in.</i> An entrant first adds to {@code in}, then reads {@code open}. The closer first writes
 * {@code open}, then reads {@code in}. If the entrant read true, its addition precedes the closer's write and therefore
 * every later scan: it is counted. Otherwise it turns back, and is counted out again.
 *
 * <p><i>Equal sums mean empty.</i> The scan reads all of {@code out} first, then all of {@code in}. Let t be a moment
 * between the two. Then outRead &lt;= out(t) &lt;= in(t) &lt;= inRead. If outRead = inRead, then out(t) = in(t): at t nobody was
 * inside. After t nobody is admitted: new entrants turn back, and a nested enter needs somebody inside (assumption 2).
 *
 * <p><i>No lost wake-up.</i> A leaver first adds to {@code out}, then reads {@code open}; if false it scans, and unparks
 * the closer if the sums are equal. If it read true, its addition precedes the closer's write, and every scan of the closer
 * sees it. Otherwise take the last addition of all, after which the gate is empty. It is one to {@code out}, because an
 * addition to {@code in} has its own to {@code out} after it. Nothing comes after it, so the scan of him who made it finds
 * equal sums. An unpark that comes before the park makes the park return at once. The others need not wake anybody:
 * to wake the closer costs a leaver more than to look, and the closer would only find that it must park again.
 *
 * <p>Striped like the read side of SRCU in the Linux kernel; separate in and out lines cost less than one counter that
 * goes up and down. Each stripe has 128 bytes of its own, so that two cores do not share a line or a pair of adjacent
 * lines.
 */
public final class WriteGate {
    /** What {@link #tryEnter()} returns when the gate is closed. */
    public static final int CLOSED = -1;

    private static final int LONGS_PER_STRIPE = 128 / Long.BYTES;

    /** A power of two. */
    static final int STRIPES = stripes(Runtime.getRuntime().availableProcessors());

    private final AtomicLongArray in = new AtomicLongArray(STRIPES * LONGS_PER_STRIPE);
    private final AtomicLongArray out = new AtomicLongArray(STRIPES * LONGS_PER_STRIPE);
    private volatile boolean open;
    private volatile @Nullable Thread closer;

    /** Creates a closed gate. */
    public WriteGate() {}

    /** Enters if the gate is open. Returns a token for {@link #exit(int)}, or {@link #CLOSED}. */
    public int tryEnter() {
        int token = stripe() * LONGS_PER_STRIPE;
        in.getAndIncrement(token);
        if (open) {
            return token;
        }
        exit(token);
        return CLOSED;
    }

    /** Enters even if the gate is closed; only for somebody who is pinned inside (assumption 2). */
    public int enterNested() {
        int token = stripe() * LONGS_PER_STRIPE;
        in.getAndIncrement(token);
        return token;
    }

    /** Leaves. */
    public void exit(int token) {
        out.getAndIncrement(token);
        if (!open) {
            Thread waiting = closer;
            if (waiting != null && inFlight() == 0) {
                LockSupport.unpark(waiting);
            }
        }
    }

    /** Lets nobody in any more. Those inside stay inside. */
    public void close() {
        open = false;
    }

    /** Lets everybody in. */
    public void open() {
        open = true;
    }

    /** The thread that is unparked by whoever leaves a closed gate empty. */
    public void setCloser(@Nullable Thread thread) {
        closer = thread;
    }

    /** Whether the gate is closed and nobody is inside. */
    public boolean isDrained() {
        return !open && inFlight() == 0;
    }

    /** How many are inside. While the gate is open or draining, a moment's impression that is never too low by much. */
    public long inFlight() {
        long left = sum(out);
        long entered = sum(in);
        return entered - left;
    }

    /** At least four stripes a core and 16 in all, a power of two. */
    static int stripes(int cores) {
        return Integer.highestOneBit(Math.max(16, 4 * cores) * 2 - 1);
    }

    /** The stripe of the calling thread. */
    static int stripe() {
        long id = Thread.currentThread().getId();
        return (int) (id ^ (id >>> 16)) & (STRIPES - 1);
    }

    private static long sum(AtomicLongArray counters) {
        long sum = 0;
        for (int i = 0; i < counters.length(); i += LONGS_PER_STRIPE) {
            sum += counters.get(i);
        }
        return sum;
    }
}
