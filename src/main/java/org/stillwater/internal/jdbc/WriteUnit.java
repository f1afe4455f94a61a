package org.stillwater.internal.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
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
 * <p><b>Beside a JTA transaction.</b> A data source may be one that takes no part in JTA. Its connection commits on its own,
 * so both apply: a write takes part in the JTA transaction's permit and has one here.
 *
 * <p>As thread-safe as a connection: one thread at a time, and {@link #released()} on any thread.
 */
final class WriteUnit {
    private final ConnectionGuard guard;
    private final Sides sides;
    private final boolean kept;
    private final RefusalByDatabase refusals;
    private volatile @Nullable Permit permit;
    private boolean ownTransactions;
    private boolean readOnly;
    private @Nullable Boolean readOnlyInDatabase;
    private boolean unwrapped;

    /** @param kept whether the connection is never given back, so that nobody calls {@link #released()} */
    WriteUnit(ConnectionGuard guard, Sides sides, boolean kept) {
        this.guard = guard;
        this.sides = sides;
        this.kept = kept;
        this.refusals = new RefusalByDatabase(this, sides);
    }

    ConnectionGuard guard() {
        return guard;
    }

    /** Whether writes are refused here and now. Costs one read of a volatile field in normal mode. */
    boolean isRefusing() {
        ReadOnlyRuntime runtime = ReadOnlyRuntime.ifStarted();
        return runtime != null && runtime.refusesWritesHere();
    }

    /** Whether what is done with the connection now writes no more, whatever the mode is. */
    boolean writesNoMore() {
        ReadOnlyRuntime runtime = ReadOnlyRuntime.current();
        return isReadOnly(runtime) || runtime.refusesWritesHere();
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
        if (writesNoMore()) {
            passToDatabase(runtime, kind, what);
        } else if (kind != StatementKind.CONTROL) {
            if (kind == StatementKind.WRITE && runtime.refusals().areRehearsed() && !guard.isAnnounced()) {
                runtime.refusals().rehearse(what, what);
            }
            if (!enter(runtime, what)) {
                passToDatabase(runtime, kind, what);
            }
        }
    }

    boolean isBehind(Connection prepared) {
        return sides.current() == prepared;
    }

    /** What was prepared on a connection behind is about to be executed. */
    void beginOn(Connection prepared) throws SQLException {
        sides.beginOn(prepared);
    }

    private void beforeRead() throws SQLException {
        ReadOnlyRuntime runtime = ReadOnlyRuntime.ifStarted();
        if (runtime != null && runtime.refusesWritesHere()) {
            makeReadOnly(runtime);
        }
    }

    /** What may or may not write is for the database to decide, where it can. */
    private void passToDatabase(ReadOnlyRuntime runtime, StatementKind kind, Object what) throws SQLException {
        boolean databaseRefuses = makeReadOnly(runtime);
        if (kind != StatementKind.OPAQUE || !databaseRefuses || !sides.isVerified()) {
            throw runtime.refusals().undeclared(what, what);
        }
    }

    private boolean enter(ReadOnlyRuntime runtime, Object what) throws SQLException {
        if (isJtaActive(runtime)) {
            boolean admitted = runtime.admission().enterTransaction(what);
            if (!admitted || isInJta(runtime)) {
                return admitted;
            }
        }
        Permit held = permit;
        if (held != null && held.isOpen()) {
            return true;
        }
        permit = runtime.admission().enterConnection(what);
        return permit != null;
    }

    /**
     * A statement was executed, or has failed. If it was a transaction of its own that is over, or will be when its rows
     * have been read.
     *
     * @param result what it gave: rows, or anything else
     */
    void executed(@Nullable Object result) {
        Permit held = permit;
        if (held == null || !isAutocommittedForGood()) {
            return;
        }
        if (result instanceof ResultSet rows) {
            held.endsWhen(() -> isClosed(rows));
        } else if (!Boolean.TRUE.equals(result)) {
            endPermit();
        }
    }

    private static boolean isClosed(ResultSet rows) {
        try {
            return rows.isClosed();
        } catch (SQLException e) {
            return true;
        }
    }

    /** A statement was closed, and its rows with it. */
    void statementClosed() {
        if (permit != null && isAutocommittedForGood()) {
            endPermit();
        }
    }

    /** Whether each statement is a transaction, and nobody will say that the connection is done with. */
    private boolean isAutocommittedForGood() {
        try {
            return kept && sides.isAutoCommit();
        } catch (SQLException e) {
            return true; // it is broken, and its transaction with it
        }
    }

    /** Makes the transaction one that writes no more. Returns whether the database was told so. */
    private boolean makeReadOnly(ReadOnlyRuntime runtime) throws SQLException {
        if (isJtaActive(runtime)) {
            runtime.admission().makeTransactionReadOnly();
        }
        if (isInJta(runtime)) {
            return makeJtaReadOnly(runtime);
        }
        if (sides.isAutoCommit()) {
            return false;
        }
        readOnly = true;
        Boolean before = readOnlyInDatabase;
        boolean now = before == null ? sides.makeReadOnly() : before;
        readOnlyInDatabase = now;
        return now;
    }

    private boolean makeJtaReadOnly(ReadOnlyRuntime runtime) throws SQLException {
        Object before = runtime.transactions().resource(guard);
        if (before != null) {
            return before.equals(true);
        }
        boolean now = sides.makeReadOnly();
        runtime.transactions().putResource(guard, now);
        return now;
    }

    boolean isReadOnly(ReadOnlyRuntime runtime) {
        return readOnly || isJtaActive(runtime) && runtime.admission().isTransactionReadOnly();
    }

    boolean isJtaActive(ReadOnlyRuntime runtime) {
        return guard.isJta() && runtime.transactions().isActive();
    }

    /** Whether the JTA transaction decides about what is done now; it has switched autocommit off. */
    boolean isInJta(ReadOnlyRuntime runtime) throws SQLException {
        return isJtaActive(runtime) && !(guard.mayStandAside() && (ownTransactions || sides.isAutoCommit()));
    }

    /** The application has switched autocommit: inside a JTA transaction that is not for it to do. */
    void autoCommitSwitched(boolean from, boolean to) {
        ownTransactions = to ? false : ownTransactions || from;
    }

    /** What was had past the guard may write for as long as the connection is out. */
    void unwrapped(Object what) throws SQLException {
        before(StatementKind.OPAQUE, what);
        unwrapped = true;
    }

    /** The exception to throw for one that came from the database. */
    Throwable translate(Throwable problem, Object what) {
        if (problem instanceof SQLException said) {
            sides.failed(said);
        }
        return refusals.translate(problem, what);
    }

    /** Rolls back, and throws, if the database has refused something in the transaction. */
    void beforeCommit() throws SQLException {
        refusals.beforeCommit();
    }

    void transactionEnded() {
        sides.transactionEnded();
        refusals.forget();
        readOnly = false;
        readOnlyInDatabase = null;
        if (!unwrapped) {
            endPermit();
        }
    }

    /** The transaction goes on; but what the database was told after the savepoint, it has forgotten. */
    void rolledBackToSavepoint() {
        refusals.forget();
        readOnlyInDatabase = null;
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
