package org.stillwater.internal.gate;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gives out permits. While the gate is open everybody gets one; while it is closed only a chain (request, transaction,
 * thread) that holds an open permit.
 *
 * <p><b>Why a chain cannot slip in after the drain:</b> the open permit is {@linkplain Permit#tryPin() pinned} first.
 * That is one atomic step from "open" to "open and held", so either it fails, and nobody is admitted, or the permit,
 * which the gate counts, stays open until the new one has been counted too. The gate is never seen empty in between, even
 * if another thread (the transaction reaper) ends the permit meanwhile.
 *
 * <p>What a thread refers to is a {@linkplain ThreadStack stack} of its own. Closed permits are dropped from it whenever a
 * permit is taken or ended on that thread.
 *
 * <p>Thread-safe.
 */
public final class WriteAdmission {
    /** Kept in a transaction that writes no more, even if it outlives the window. */
    private static final Object READ_ONLY = new Object();

    private final WriteGate gate;
    private final TransactionContext transactions;
    private final Exemptions exemptions = new Exemptions();
    private final OpenPermits open = new OpenPermits();
    private final ThreadPermits threadPermits;
    private final ThreadStack innermost = new ThreadStack();

    /**
     * @param gate the gate that counts
     * @param transactions the transactions of this application, {@link TransactionContext#NONE} if it has none
     */
    public WriteAdmission(WriteGate gate, TransactionContext transactions) {
        this.gate = gate;
        this.transactions = transactions;
        this.threadPermits = new ThreadPermits(this, gate);
    }

    /**
     * Admits a write, or does not. In an active transaction the permit belongs to the transaction, and one is enough for
     * all its writes; it ends when the transaction has completed and the caller has closed what he got. Elsewhere it ends
     * when the caller closes it.
     *
     * <p>Why both: the transaction may be ended by another thread while the method still runs, and not all that the
     * method writes needs to be in it. An interceptor below may have suspended it and begun another one.
     *
     * @param what describes the write by its {@code toString()}; kept, and called only if somebody asks
     * @return what to close once when the method is over, or null if the write is refused
     */
    public @Nullable Admission enter(Object what) {
        return transactions.isActive() ? enterWithTransaction(what) : enterWithThread(what);
    }

    private @Nullable Admission enterWithTransaction(Object what) {
        Permit permit = ofTransaction(what);
        if (permit == null) {
            return null;
        }
        // If it cannot be pinned, another thread has just ended the transaction.
        if (!permit.tryPin()) {
            return declared(take(what, false));
        }
        permit.declare();
        return new MethodHold(this, permit, what);
    }

    /**
     * While the gate is open, everybody is admitted. A request that the thread is in must know first that it writes, or
     * its permit could be revoked between this write and the next.
     */
    private @Nullable Admission enterWithThread(Object what) {
        @Nullable Object[] cell = innermost.cell();
        hardenChain(ThreadStack.top(cell));
        int token = gate.tryEnter();
        if (token == WriteGate.CLOSED) {
            return declared(take(what, false));
        }
        ThreadPermit permit = threadPermits.tryTake();
        if (permit == null) {
            return declared(push(register(token, what, false)));
        }
        permit.begin(token, what, cell);
        return permit;
    }

    private static @Nullable Permit declared(@Nullable Permit permit) {
        if (permit != null) {
            permit.declare();
        }
        return permit;
    }

    /**
     * Admits a write of the active transaction, or does not. Without one it answers false. There is nothing to close: the
     * permit ends with the transaction.
     */
    public boolean enterTransaction(Object what) {
        return transactions.isActive() && ofTransaction(what) != null;
    }

    private @Nullable Permit ofTransaction(Object what) {
        Permit bound = transactions.permit();
        if (bound != null && bound.isOpen()) {
            return bound;
        }
        Permit permit = transactions.resource(READ_ONLY) == null ? take(what, false) : null;
        if (permit == null) {
            return null;
        }
        try {
            transactions.bind(permit);
            return permit;
        } catch (RuntimeException e) {
            permit.close();
            throw e;
        }
    }

    /** Admits a request that has not written yet; see {@link #revokeSoft()}. Null if the gate is closed. */
    public @Nullable Permit enterRequest(Object what) {
        return take(what, true);
    }

    /**
     * Admits a transaction that only its connection knows of, or an autocommitted write; not for what takes part in a
     * JTA transaction. The caller closes the permit when it is committed or rolled back. Null if the gate is closed.
     */
    public @Nullable Permit enterConnection(Object what) {
        return take(what, false);
    }

    /** Makes the active transaction one that writes no more. */
    public void makeTransactionReadOnly() {
        if (!isTransactionReadOnly()) {
            transactions.putResource(READ_ONLY, Boolean.TRUE);
        }
    }

    /** Whether the active transaction writes no more. */
    public boolean isTransactionReadOnly() {
        return transactions.isActive() && transactions.resource(READ_ONLY) != null;
    }

    /** Goes on with a request on the calling thread, after {@link #leaveThread}. */
    public void resume(Permit request) {
        if (request.isOpen() && !refersTo(request)) {
            innermost.push(request);
        }
    }

    /** Forgets what the calling thread refers to; permits stay as they are. */
    public void leaveThread() {
        innermost.clear();
    }

    /** Whether the calling thread or its transaction holds an open permit. */
    public boolean isAdmitted() {
        Permit bound = transactions.isActive() ? transactions.permit() : null;
        return (bound != null && bound.isOpen()) || exemptions.isInside() || holdsCounted(innermost.top());
    }

    /** Whether the calling thread or its transaction is in a write that a method or an exempt block has declared. */
    public boolean isDeclared() {
        Permit bound = transactions.isActive() ? transactions.permit() : null;
        return (bound != null && bound.isOpen() && bound.isDeclared())
                || exemptions.isInside()
                || holdsDeclared(innermost.top());
    }

    /**
     * Blocks whose writes are let through while the gate is closed. Such a write is not counted, because the gate may have
     * been announced as drained; and whoever holds its permit only cannot bring in others, so the argument above stands.
     */
    public Exemptions exemptions() {
        return exemptions;
    }

    /** Closes the permits of all requests that have not written anything. */
    public void revokeSoft() {
        open.list().forEach(Permit::revokeIfSoft);
    }

    /**
     * Ends the permits of transactions that have completed without saying so: on WildFly, an {@code Error} out of
     * somebody else's {@code afterCompletion} keeps the others from being called.
     */
    public void endOver() {
        // No lambda: it may run for the first time when the class loader of the application is gone.
        for (Permit permit : open.list()) {
            permit.endIfOver();
        }
    }

    /** Makes all threads forget the permits that have ended. For when the gate is drained and stays closed. */
    public void forgetAllClosed() {
        innermost.pruneAll();
    }

    /** The permits that have not ended, oldest first. */
    public List<OpenPermit> openPermits() {
        long now = System.nanoTime();
        return Stream.concat(
                        open.list().stream()
                                .filter(permit -> permit.isOpen() && permit.isCounted())
                                .map(permit -> permit.describe(now)),
                        threadPermits.describe(now).stream())
                .sorted(Comparator.comparingLong(OpenPermit::ageNanos).reversed())
                .toList();
    }

    /** A permit that no thread refers to, for work that goes on elsewhere. The caller has pinned the holder. */
    Permit takeElsewhere(Permit holder, Object what) {
        return register(holder.isCounted() ? gate.enterNested() : Permit.UNCOUNTED, what, false);
    }

    /** The same for a caller who is inside himself. */
    Permit takeElsewhere(Object what) {
        return register(gate.enterNested(), what, false);
    }

    void closed(Permit permit) {
        open.remove(permit);
        if (permit.isCounted()) {
            gate.exit(permit.token());
        }
    }

    /** Makes the calling thread forget what is closed. */
    void forgetClosed() {
        innermost.top();
    }

    /** Makes the calling thread forget one permit, wherever it stands in the thread's stack. */
    void forget(Permit permit) {
        innermost.forget(permit);
    }

    private @Nullable Permit take(Object what, boolean soft) {
        int token;
        boolean nested = true;
        Permit bound = pinTransaction();
        Held held = bound == null ? pinThread() : null;
        if (bound != null) {
            token = gate.enterNested();
            bound.unpin();
        } else if (held != null) {
            token = gate.enterNested();
            held.unpin();
        } else {
            token = gate.tryEnter();
            nested = false;
        }
        if (token == WriteGate.CLOSED) {
            if (!exemptions.isInside()) {
                return null;
            }
            token = Permit.UNCOUNTED;
        }
        return push(register(token, what, soft && !nested));
    }

    private Permit push(Permit permit) {
        innermost.push(permit);
        return permit;
    }

    private Permit register(int token, Object what, boolean soft) {
        Permit permit = new Permit(this, token, what, soft);
        open.add(permit);
        return permit;
    }

    private @Nullable Permit pinTransaction() {
        Permit bound = transactions.isActive() ? transactions.permit() : null;
        return bound != null && bound.isCounted() && bound.tryPin() ? bound : null;
    }

    private @Nullable Held pinThread() {
        for (Held held = innermost.top(); held != null; held = held.next) {
            if (held.isCounted() && held.tryPin()) {
                return held;
            }
        }
        return null;
    }

    private static void hardenChain(@Nullable Held innermost) {
        for (Held held = innermost; held != null; held = held.next) {
            if (held.isCounted() && held.harden()) {
                return;
            }
        }
    }

    private static boolean holdsCounted(@Nullable Held innermost) {
        for (Held held = innermost; held != null; held = held.next) {
            if (held.isCounted() && held.isOpen()) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsDeclared(@Nullable Held innermost) {
        for (Held held = innermost; held != null; held = held.next) {
            if (held.isOpen() && held.isDeclared()) {
                return true;
            }
        }
        return false;
    }

    private boolean refersTo(Permit permit) {
        for (Held held = innermost.top(); held != null; held = held.next) {
            if (held.refersTo(permit)) {
                return true;
            }
        }
        return false;
    }
}
