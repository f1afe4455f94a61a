package org.stillwater.internal.jdbc;

import java.lang.reflect.UndeclaredThrowableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.database.ConnectionSource;
import org.stillwater.internal.database.Database;
import org.stillwater.internal.replica.Replica;
import org.stillwater.internal.replica.Standing;

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
    private final ConnectionGuard guard;
    private final ConnectionSource source;
    private final @Nullable Replica replica;
    private final boolean kept;
    private final SideChoice choice;
    private volatile @Nullable Connection primary;
    private volatile @Nullable Connection standby;
    private volatile Connection current;
    private @Nullable Boolean autoCommit;
    private @Nullable Integer isolation;
    private @Nullable String schema;
    private volatile @Nullable Reading reading;
    private boolean begun;
    private boolean lost;

    /** Up to where the replica was known to show everything when {@link #standby} was lent. */
    private @Nullable Standing lentFor;

    private Sides(ConnectionGuard guard, ConnectionSource source, @Nullable Replica replica, boolean kept)
            throws SQLException {
        this.guard = guard;
        this.kept = kept;
        this.source = source;
        this.replica = replica;
        this.choice = guard.sideChoice();
        this.current = replica == null ? primary() : first(replica);
    }

    private Connection first(Replica known) throws SQLException {
        boolean jta = choice.isJtaActive();
        return side(known, choice.make(known, jta), jta);
    }

    /**
     * Connects to the side that is to be read now.
     *
     * @param kept whether the connection is not given back after use
     */
    static Sides open(ConnectionGuard guard, ConnectionSource source, @Nullable Replica replica, boolean kept)
            throws SQLException {
        return new Sides(guard, source, replica, kept);
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
        boolean jta = choice.isJtaActive();
        if (jta || !begun) {
            lost |= !jta && isToBeRenewed();
            move(known, choice.make(known, jta), jta);
            if (jta) {
                begun = false;
            } else {
                noteBegun(known);
            }
        }
    }

    private void noteBegun(Replica known) throws SQLException {
        begun = !isAutoCommit();
        if (begun && !isOnReplica()) {
            reading = new Reading();
            known.readsPrimary(reading);
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

    /** A connection that is kept meets a replica that is gone before its transaction has begun, as one from a pool does. */
    private boolean isToBeRenewed() {
        return kept && isOnReplica() && Boolean.FALSE.equals(autoCommit);
    }

    /**
     * The same for what was prepared on one side, and can be executed only there: on the primary, which may always be read, or
     * not at all if it would read the past.
     */
    void beginOn(Connection prepared) throws SQLException {
        Replica known = replica;
        if (known == null) {
            return;
        }
        if (prepared == primary && !begun && !choice.isJtaActive()) {
            beginOnPrimary(known, prepared);
        } else {
            begin();
        }
        if (prepared != current) {
            throw new SQLException(
                    "It was prepared on another database than the one that is read now. Prepare it again", "08003");
        }
    }

    private void beginOnPrimary(Replica known, Connection prepared) throws SQLException {
        choice.requirePrimary(known);
        if (current != prepared) {
            carryOver(prepared);
            current = prepared;
        }
        if (choice.make(known, false) == null) {
            dropStandby();
        }
        noteBegun(known);
    }

    /** Whether each statement is a transaction of its own, unless a JTA transaction is active. */
    boolean isAutoCommit() throws SQLException {
        try {
            return current.getAutoCommit();
        } catch (SQLException | UndeclaredThrowableException e) {
            SQLException said = LostConnection.cause(e);
            failed(said);
            throw said;
        }
    }

    /** The next transaction may run elsewhere. */
    void transactionEnded() {
        begun = false;
        readingEnded();
    }

    /** A connection to a replica that is not read any more is closed, or it would be used unasked in the next window. */
    private void move(Replica known, @Nullable Standing as, boolean jta) throws SQLException {
        lost |= as != null && isOfEarlierWindow(as);
        if (as != null && isOnReplica()) {
            return;
        }
        Connection from = current;
        Connection to = side(known, as, jta);
        if (to != from) {
            carryOver(to);
            current = to;
        }
        if (!isOnReplica()) {
            dropStandby();
        }
    }

    /** Behind one name there may be several servers; only the one that this connection is to was not asked again. */
    private boolean isOfEarlierWindow(Standing as) {
        return standby != null && lentFor != null && !Objects.equals(as.position(), lentFor.position());
    }

    /** Something has failed. Whoever keeps a connection shall not keep one to a replica that is gone. */
    void failed(SQLException problem) {
        if (isOnReplica() && LostConnection.isLost(current, problem)) {
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

    private Connection side(Replica known, @Nullable Standing as, boolean jta) throws SQLException {
        if (as != null) {
            Connection lent = standby(known, as);
            if (lent != null) {
                choice.isRead(jta);
                return lent;
            }
            choice.cannotBeRead(known, jta);
        }
        choice.requirePrimary(known);
        return primary();
    }

    private @Nullable Connection standby(Replica known, Standing as) throws SQLException {
        if (lost) {
            dropStandby();
        }
        Connection lent = standby;
        if (lent == null) {
            lentFor = as;
            lent = known.borrow(as);
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
        return (isOnReplica() && replica != null && replica.refusesWrites())
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
