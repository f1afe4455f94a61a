package org.stillwater.internal.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.database.ConnectionSource;
import org.stillwater.internal.database.Database;
import org.stillwater.internal.replica.Replica;
import org.stillwater.internal.runtime.ReadOnlyRuntime;

/**
 * What is behind a guarded connection: a connection to the primary, or to the replica; or both, one after the other, because
 * whoever has it may keep it for longer than a window.
 *
 * <p>Which one it is, is decided where a transaction begins, and holds to its end: what is decided in a JTA transaction is
 * kept in that transaction, elsewhere here. In autocommit each statement is a transaction. The replica is read while writes
 * are refused where the decision is made, and the replica may be read.
 *
 * <p>As thread-safe as a connection: one thread at a time, and {@link #close} on any thread.
 */
final class Sides {
    /** The class of SQLSTATE. */
    private static final String CONNECTION_EXCEPTION = "08";

    private static final ThreadLocal<Boolean> PRIMARY_ONLY = new ThreadLocal<>();

    private final ConnectionGuard guard;
    private final ConnectionSource source;
    private final @Nullable Replica replica;
    private volatile @Nullable Connection primary;
    private volatile @Nullable Connection standby;
    private volatile Connection current;
    private @Nullable Boolean autoCommit;
    private @Nullable Integer isolation;
    private @Nullable String schema;
    private volatile @Nullable Reading reading;
    private boolean begun;
    private boolean lost;

    private Sides(ConnectionGuard guard, ConnectionSource source, @Nullable Replica replica) throws SQLException {
        this.guard = guard;
        this.source = source;
        this.replica = replica;
        this.current = replica == null ? primary() : side(replica, readsReplica(replica, isJtaActive()));
    }

    /** Connects to the side that is to be read now. */
    static Sides open(ConnectionGuard guard, ConnectionSource source, @Nullable Replica replica) throws SQLException {
        return new Sides(guard, source, replica);
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

    /** What is behind now. */
    Connection current() {
        return current;
    }

    /** Something is about to be done that belongs to a transaction; so it is decided where that runs, unless it has begun. */
    void begin() throws SQLException {
        Replica known = replica;
        if (known == null) {
            return;
        }
        boolean jta = isJtaActive();
        if (jta || !begun) {
            move(known, readsReplica(known, jta));
            begun = !jta && !current.getAutoCommit();
            if (begun && !isOnReplica()) {
                reading = new Reading();
                known.readsPrimary(reading);
            }
        }
    }

    /** A transaction that reads the primary, until it has ended. */
    private static final class Reading implements BooleanSupplier {
        private volatile boolean over;

        @Override
        public boolean getAsBoolean() {
            return over;
        }
    }

    private void readingEnded() {
        Reading ended = reading;
        reading = null;
        if (ended != null) {
            ended.over = true;
        }
    }

    /** The next transaction may run elsewhere. */
    void transactionEnded() {
        begun = false;
        readingEnded();
    }

    private boolean isJtaActive() {
        ReadOnlyRuntime runtime = ReadOnlyRuntime.ifStarted();
        return runtime != null && guard.isJta() && runtime.transactions().isActive();
    }

    private boolean readsReplica(Replica known, boolean jta) {
        ReadOnlyRuntime runtime = ReadOnlyRuntime.ifStarted();
        if (runtime == null || Boolean.TRUE.equals(PRIMARY_ONLY.get())) {
            return false;
        }
        if (!jta) {
            return runtime.refusesWritesHere() && known.isRead();
        }
        Object decided = runtime.transactions().resource(guard.sideKey());
        if (decided == null) {
            decided = runtime.refusesWritesHere() && known.isRead();
            runtime.transactions().putResource(guard.sideKey(), decided);
            BooleanSupplier completion =
                    decided.equals(true) ? null : runtime.transactions().completion();
            if (completion != null) {
                known.readsPrimary(completion);
            }
        }
        return decided.equals(true);
    }

    /** A connection to a replica that is not read any more is closed, or it would be used unasked in the next window. */
    private void move(Replica known, boolean toReplica) throws SQLException {
        if (toReplica == isOnReplica()) {
            if (!toReplica) {
                requirePrimary(known);
            }
            return;
        }
        Connection from = current;
        Connection to = side(known, toReplica);
        if (to != from) {
            carryOver(to);
            current = to;
        }
        if (!isOnReplica()) {
            dropStandby();
        }
    }

    /** Something has failed. Whoever keeps a connection shall not keep one to a replica that is gone. */
    void failed(SQLException problem) {
        String state = problem.getSQLState();
        if (isOnReplica() && state != null && state.startsWith(CONNECTION_EXCEPTION)) {
            lost = true;
        }
    }

    /** A transaction on a replica that is gone ends with the attempt to end it. */
    void endIfLost() {
        if (lost) {
            begun = false;
        }
    }

    private void dropStandby() throws SQLException {
        Connection lent = standby;
        standby = null;
        lost = false;
        if (lent != null && replica != null) {
            replica.giveBack(lent, Connection::close);
        }
    }

    /** As the application has set it, on whatever side; the one that is left may be gone and not be able to say. */
    private void carryOver(Connection to) throws SQLException {
        if (autoCommit != null && autoCommit != to.getAutoCommit()) {
            to.setAutoCommit(autoCommit);
        }
        if (isolation != null) {
            to.setTransactionIsolation(isolation);
        }
        if (schema != null) {
            to.setSchema(schema);
        }
    }

    void setAutoCommit(boolean wanted) throws SQLException {
        current.setAutoCommit(wanted);
        autoCommit = wanted;
    }

    void setTransactionIsolation(int wanted) throws SQLException {
        current.setTransactionIsolation(wanted);
        isolation = wanted;
    }

    void setSchema(String wanted) throws SQLException {
        current.setSchema(wanted);
        schema = wanted;
    }

    private Connection side(Replica known, boolean ofReplica) throws SQLException {
        Connection lent = ofReplica ? standby(known) : null;
        if (lent != null) {
            return lent;
        }
        requirePrimary(known);
        return primary();
    }

    private void requirePrimary(Replica known) {
        ReadOnlyRuntime runtime = ReadOnlyRuntime.ifStarted();
        String objection = known.objectionToPrimary();
        if (objection != null && runtime != null && runtime.refusesWritesHere() && PRIMARY_ONLY.get() == null) {
            throw runtime.refusals().ofRead(guard.unit(), objection);
        }
    }

    private @Nullable Connection standby(Replica known) throws SQLException {
        if (lost) {
            dropStandby();
        }
        Connection lent = standby;
        if (lent == null) {
            lent = known.borrow();
            standby = lent;
        }
        return lent;
    }

    private Connection primary() throws SQLException {
        Connection lent = primary;
        if (lent == null) {
            lent = source.borrow();
            primary = lent;
        }
        return lent;
    }

    boolean isOnReplica() {
        return standby != null && current == standby && !lost;
    }

    /**
     * Makes the running transaction read-only in the database.
     *
     * @return false if that cannot be done, or if there is no transaction but autocommit
     */
    boolean makeReadOnly() throws SQLException {
        return isOnReplica() && replica != null && replica.refusesWrites()
                || guard.database().makeReadOnly(current);
    }

    /** Whether the database is known to refuse what it was told to. */
    boolean isVerified() {
        return isOnReplica()
                ? replica != null && replica.refusesWrites()
                : guard.database().isVerified();
    }

    /** The database behind now; null if it is not known. */
    @Nullable
    Database database() {
        Database known = isOnReplica() && replica != null ? replica.database() : null;
        return known == null ? guard.database().database() : known;
    }

    /** Closes what was lent. */
    void close() throws SQLException {
        end(Connection::close, Connection::close);
    }

    /** Ends what was lent at once. */
    void abort(Executor executor) throws SQLException {
        end(connection -> connection.abort(executor), connection -> connection.abort(executor));
    }

    /** Gives back what was lent to where it came from. */
    void giveBack() throws SQLException {
        end(source::giveBack, Connection::close);
    }

    private void end(Replica.Ending ofPrimary, Replica.Ending ofReplica) throws SQLException {
        readingEnded();
        Connection lentByReplica = standby;
        Connection lent = primary;
        standby = null;
        try {
            if (lent != null) {
                ofPrimary.end(lent);
            }
        } finally {
            if (lentByReplica != null && replica != null) {
                replica.giveBack(lentByReplica, ofReplica);
            }
        }
    }

    @Override
    public String toString() {
        return current.toString();
    }
}
