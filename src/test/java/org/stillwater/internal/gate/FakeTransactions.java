package org.stillwater.internal.gate;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Transactions of one thread, the innermost of which is current. */
final class FakeTransactions implements TransactionContext {
    private volatile @Nullable Transaction current;

    Transaction begin() {
        Transaction begun = new Transaction(current);
        current = begun;
        return begun;
    }

    @Override
    public boolean isActive() {
        return current != null;
    }

    @Override
    public boolean isPresent() {
        return current != null;
    }

    @Override
    public @Nullable Permit permit() {
        return current.permit;
    }

    @Override
    public void bind(Permit permit) {
        if (current.rejects) {
            throw new IllegalStateException("not active");
        }
        current.permit = permit;
        if (current.endsOnceBound) {
            current.completeWithoutResuming();
        }
    }

    @Override
    public @Nullable Object resource(Object key) {
        return current.resources.get(key);
    }

    @Override
    public void putResource(Object key, Object value) {
        current.resources.put(key, value);
    }

    final class Transaction {
        private final @Nullable Transaction suspended;
        private final Map<Object, Object> resources = new HashMap<>();
        private volatile @Nullable Permit permit;
        private boolean rejects;
        private boolean endsOnceBound;

        Transaction(@Nullable Transaction suspended) {
            this.suspended = suspended;
        }

        void rejectBinding() {
            rejects = true;
            current = this;
        }

        void endOnceBound() {
            endsOnceBound = true;
        }

        void complete() {
            current = suspended;
            completeWithoutResuming();
        }

        void completeWithoutResuming() {
            if (permit != null) {
                permit.close();
            }
        }
    }
}
