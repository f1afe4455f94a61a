package org.stillwater.internal.cdi;

import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;
import org.stillwater.ReadOnlyModeException;
import org.stillwater.WhenReadOnly;
import org.stillwater.internal.gate.Admission;
import org.stillwater.internal.gate.TransactionContext;
import org.stillwater.internal.runtime.ReadOnlyRuntime;

/** What becomes of a call that was not admitted: refused, unless it may wait, or is background work that would be lost. */
final class RefusedCall {
    private RefusedCall() {}

    /**
     * Waits until the call is admitted, if it may wait.
     *
     * @throws ReadOnlyModeException if it is refused
     */
    static Admission await(InvocationContext call, ReadOnlyRuntime runtime, GuardedMethod guarded) {
        if (guarded.messageDriven() && call.getTimer() == null) {
            return hold(runtime, guarded);
        }
        if (guarded.policy() == WhenReadOnly.WAIT) {
            return WaitPolicy.await(runtime, guarded);
        }
        throw runtime.refusals().of(guarded);
    }

    /** Only before the bean is called: its transaction has nothing but the message in it, so the migration waits for no lock. */
    private static Admission hold(ReadOnlyRuntime runtime, GuardedMethod guarded) {
        TransactionContext transactions = runtime.transactions();
        Admission admission = runtime.background()
                .messages()
                .hold(
                        guarded.target(),
                        () -> runtime.admission().enter(guarded),
                        () -> transactions.isActive() || !transactions.isPresent(),
                        runtime.background().transactions()::remaining);
        if (admission == null) {
            throw runtime.refusals().of(guarded);
        }
        return admission;
    }

    /** How a refused call ends. A timer that comes again must not fail: the server would drop it. */
    static @Nullable Object end(InvocationContext call, ReadOnlyRuntime runtime, ReadOnlyModeException refusal) {
        Object timer = call.getTimer();
        if (timer != null && runtime.background().timers().hold(timer, call.getMethod())) {
            return null;
        }
        throw refusal;
    }
}
