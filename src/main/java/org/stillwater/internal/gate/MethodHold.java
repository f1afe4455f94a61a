package org.stillwater.internal.gate;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A method that was admitted as part of a transaction. It keeps the transaction's permit open while it runs, so that a
 * transaction that is ended by somebody else (by a time-out, say) does not end it early. Thread-safe.
 */
final class MethodHold implements Admission {
    private final WriteAdmission admission;
    private final Permit permit;
    private final Object what;
    private final AtomicBoolean over = new AtomicBoolean();

    /** @param permit the permit of the transaction, pinned for this method */
    MethodHold(WriteAdmission admission, Permit permit, Object what) {
        this.admission = admission;
        this.permit = permit;
        this.what = what;
    }

    /** The work gets a permit of its own: this thread refers to the one of the transaction for as long as that is open. */
    @Override
    public Admission leaveThread() {
        Permit elsewhere = admission.takeElsewhere(permit, what);
        close();
        return elsewhere;
    }

    @Override
    public void close() {
        if (over.compareAndSet(false, true)) {
            permit.unpin();
            if (!permit.isOpen()) {
                admission.forgetClosed();
            }
        }
    }
}
