package org.stillwater.internal.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.stillwater.ReadOnlyModeException;
import org.stillwater.internal.gate.Permit;
import org.stillwater.internal.runtime.ReadOnlyRuntime;

/**
 * What one borrowed connection may do: decides for each statement. Which transaction a statement belongs to is asked for
 * each, because a connection may be borrowed before a JTA transaction begins.
 *
 * <p><b>In a JTA transaction</b> everything is kept in the transaction, since Hibernate gives a connection back after each
 * statement and borrows it again: the permit, that it writes no more, and that its connection is read-only in the
 * database. A JTA transaction uses one connection of a source, however often it borrows it.
 *
 * <p><b>Elsewhere</b> everything is kept here. {@link #transactionEnded()} follows a commit or rollback that has
 * succeeded. If one fails its outcome is not known, so the permit is held until the connection has been given back.
 *
 * <p>As thread-safe as a connection: one thread at a time, and {@link #released()} on any thread.
 */
final class WriteUnit {
    private final ConnectionGuard guard;
    private final Connection raw;
    private volatile @Nullable Permit permit;
    private boolean readOnly;
    private boolean readOnlyInDatabase;

    WriteUnit(ConnectionGuard guard, Connection raw) {
        this.guard = guard;
        this.raw = raw;
    }

    StatementKind classify(String sql) {
        return guard.classify(sql);
    }

    /** Whether writes are refused here and now. Costs one read of a volatile field in normal mode. */
    boolean isRefusing() {
        ReadOnlyRuntime runtime = ReadOnlyRuntime.ifStarted();
        return runtime != null && runtime.refusesWritesHere();
    }

    /**
     * Lets a statement pass, or refuses it.
     *
     * @param what describes the statement by its {@code toString()}
     */
    void before(StatementKind kind, Object what) throws SQLException {
        if (kind == StatementKind.READ) {
            beforeRead();
            return;
        }
        ReadOnlyRuntime runtime = ReadOnlyRuntime.current();
        if (isReadOnly(runtime) || runtime.refusesWritesHere()) {
            passToDatabase(runtime, kind, what);
        } else if (kind != StatementKind.CONTROL && !enter(runtime, what)) {
            passToDatabase(runtime, kind, what);
        }
    }

    private void beforeRead() throws SQLException {
        ReadOnlyRuntime runtime = ReadOnlyRuntime.ifStarted();
        if (runtime != null && runtime.refusesWritesHere()) {
            makeReadOnly(runtime);
        }
    }

    /** What may or may not write is for the database to decide, where it can. */
    private void passToDatabase(ReadOnlyRuntime runtime, StatementKind kind, Object what) throws SQLException {
        boolean databaseDecides = makeReadOnly(runtime);
        if (kind != StatementKind.OPAQUE || !databaseDecides) {
            throw runtime.refusal(what);
        }
    }

    private boolean enter(ReadOnlyRuntime runtime, Object what) {
        if (isInJta(runtime)) {
            return runtime.admission().enterTransaction(what);
        }
        Permit held = permit;
        if (held != null && held.isOpen()) {
            return true;
        }
        permit = runtime.admission().enterConnection(what);
        return permit != null;
    }

    /** Makes the transaction one that writes no more. Returns whether the database sees to that. */
    private boolean makeReadOnly(ReadOnlyRuntime runtime) throws SQLException {
        if (isInJta(runtime)) {
            return makeJtaReadOnly(runtime);
        }
        if (!readOnlyInDatabase && !raw.getAutoCommit()) {
            readOnlyInDatabase = guard.makeReadOnlyInDatabase(raw);
            readOnly = true;
        }
        return readOnlyInDatabase;
    }

    private boolean makeJtaReadOnly(ReadOnlyRuntime runtime) throws SQLException {
        runtime.admission().makeTransactionReadOnly();
        Object before = runtime.transactions().resource(guard);
        if (before != null) {
            return before.equals(true);
        }
        boolean now = guard.makeReadOnlyInDatabase(raw);
        runtime.transactions().putResource(guard, now);
        return now;
    }

    private boolean isReadOnly(ReadOnlyRuntime runtime) {
        return isInJta(runtime) ? runtime.admission().isTransactionReadOnly() : readOnly;
    }

    private boolean isInJta(ReadOnlyRuntime runtime) {
        return guard.isJta() && runtime.transactions().isActive();
    }

    /** The exception to throw for one that came from the database; that one itself, unless it is a refusal. */
    Throwable translate(Throwable problem, Object what) {
        SQLException refusal = problem instanceof SQLException ? Dialects.findRefusal(problem) : null;
        ReadOnlyRuntime runtime = ReadOnlyRuntime.ifStarted();
        if (refusal == null || runtime == null || !(runtime.refusesWritesHere() || isReadOnly(runtime))) {
            return problem;
        }
        ReadOnlyModeException translated = runtime.refusal(what);
        translated.initCause(refusal);
        return translated;
    }

    void transactionEnded() {
        readOnly = false;
        readOnlyInDatabase = false;
        endPermit();
    }

    /** The transaction goes on; but what the database was told after the savepoint, it has forgotten. */
    void rolledBackToSavepoint() {
        readOnlyInDatabase = false;
    }

    void released() {
        endPermit();
    }

    private void endPermit() {
        Permit held = permit;
        permit = null;
        if (held != null) {
            held.close();
        }
    }
}
