package org.stillwater.internal.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.database.ConnectionSource;
import org.stillwater.internal.replica.Replica;
import org.stillwater.internal.replica.Standing;
import org.stillwater.internal.runtime.ReadOnlyRuntime;

/**
 * Decides where a transaction reads, when it begins. What is decided in a JTA transaction is kept there, with what the replica
 * has to show: so the transaction ends where it has begun to read, even if the window is lifted meanwhile. Thread-safe.
 */
final class SideChoice {
    private static final ThreadLocal<Boolean> PRIMARY_ONLY = new ThreadLocal<>();

    private final ConnectionGuard guard;

    SideChoice(ConnectionGuard guard) {
        this.guard = guard;
    }

    /** Borrows something; whatever is connected through a guard meanwhile is connected to the primary. */
    static Connection onPrimary(ConnectionSource source) throws SQLException {
        PRIMARY_ONLY.set(true);
        try {
            return source.borrow();
        } finally {
            PRIMARY_ONLY.remove();
        }
    }

    /** Where one JTA transaction reads. As thread-safe as the transaction. */
    private static final class InTransaction {
        private @Nullable Standing replica;
        private boolean isRead;

        InTransaction(@Nullable Standing replica) {
            this.replica = replica;
        }
    }

    boolean isJtaActive() {
        ReadOnlyRuntime runtime = ReadOnlyRuntime.ifStarted();
        return runtime != null && guard.isJta() && runtime.transactions().isActive();
    }

    /** What the replica has to show to be read; null where the primary is read. */
    @Nullable
    Standing make(Replica known, boolean jta) {
        ReadOnlyRuntime runtime = ReadOnlyRuntime.ifStarted();
        if (runtime == null || Boolean.TRUE.equals(PRIMARY_ONLY.get())) {
            return null;
        }
        if (!jta) {
            return now(runtime, known);
        }
        InTransaction decided = decided(runtime);
        if (decided == null) {
            decided = new InTransaction(now(runtime, known));
            runtime.transactions().putResource(guard.sideKey(), decided);
            if (decided.replica == null) {
                countOnPrimary(runtime, known);
            }
        }
        return decided.replica;
    }

    private static @Nullable Standing now(ReadOnlyRuntime runtime, Replica known) {
        return runtime.refusesWritesHere() ? known.toBeRead() : null;
    }

    private @Nullable InTransaction decided(ReadOnlyRuntime runtime) {
        return (InTransaction) runtime.transactions().resource(guard.sideKey());
    }

    private static void countOnPrimary(ReadOnlyRuntime runtime, Replica known) {
        BooleanSupplier completion = runtime.transactions().completion();
        if (completion != null) {
            known.readsPrimary(completion);
        }
    }

    /** The replica is read, so the transaction ends there. */
    void isRead(boolean jta) {
        InTransaction decided = jta ? decided(ReadOnlyRuntime.current()) : null;
        if (decided != null) {
            decided.isRead = true;
        }
    }

    /**
     * The replica cannot be read. Then the primary is, unless the transaction has read the replica before.
     *
     * @throws SQLException if it has
     */
    void cannotBeRead(Replica known, boolean jta) throws SQLException {
        ReadOnlyRuntime runtime = ReadOnlyRuntime.current();
        InTransaction decided = jta ? decided(runtime) : null;
        if (decided == null) {
            return;
        }
        if (decided.isRead) {
            throw new SQLException(
                    guard.unit()
                            + ": this transaction has read the replica, which cannot be read any more, and does not"
                            + " go on elsewhere. Try again in another one",
                    "08006");
        }
        decided.replica = null;
        countOnPrimary(runtime, known);
    }

    /** Throws if a transaction that reads nothing but the primary may not read that either. */
    void requirePrimary(Replica known) {
        ReadOnlyRuntime runtime = ReadOnlyRuntime.ifStarted();
        String objection = known.objectionToPrimary();
        if (objection != null && runtime != null && runtime.refusesWritesHere() && PRIMARY_ONLY.get() == null) {
            throw runtime.refusals().ofRead(guard.unit(), objection);
        }
    }
}
