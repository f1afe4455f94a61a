package org.stillwater.internal.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.database.Comments;
import org.stillwater.internal.database.ConnectionSource;
import org.stillwater.internal.database.Database;
import org.stillwater.internal.gate.TransactionContext;
import org.stillwater.internal.mode.DrainAnswer;
import org.stillwater.internal.mode.DrainQuestion;
import org.stillwater.internal.mode.DrainSource;
import org.stillwater.internal.mode.ModeState;
import org.stillwater.internal.replica.Replica;
import org.stillwater.internal.runtime.ProbedGuard;
import org.stillwater.internal.runtime.ReadOnlyRuntime;
import org.stillwater.internal.runtime.ReplicatedGuard;
import org.stillwater.spi.ReplicaReport;
import org.stillwater.spi.VerifyingDialect;

/**
 * Guards all connections of one source: of a persistence unit, or of a data source. Gives out connections that look at each
 * SQL text before the database does:
 *
 * <ul>
 *   <li>A write takes its permit, or is refused. In a JTA transaction the permit is the transaction's; elsewhere it is
 *       held until the connection commits, rolls back or is closed.
 *   <li>While writes are refused here, the transaction is made read-only in the database as well, where that is possible:
 *       once for each connection and transaction.
 *   <li>A refusal by the database comes out as {@link org.stillwater.ReadOnlyModeException}.
 * </ul>
 *
 * <p>A drain asks the database for writes that did not come through these connections, unless a setting forbids it. When
 * writes begin to be refused, the database is put to the test, see {@link DatabaseGuard}.
 *
 * <p>Thread-safe. The connections that it gives out may be used as the guarded ones may: by one thread at a time, and
 * closed by any.
 */
public final class ConnectionGuard implements DrainSource, ProbedGuard, ReplicatedGuard {
    private final Sharing sharing;
    private final BooleanSupplier jta;
    private final ConnectionSource source;
    private final BooleanSupplier announced;
    private final DatabaseGuard database;
    private volatile @Nullable StatementClassifier classifier;
    private final ReplicaOfGuard replica;
    private final SideChoice sideChoice = new SideChoice(this);
    private volatile @Nullable String name;

    /** Who gets the connections. */
    private enum Sharing {
        /** A JPA provider, which knows whether its connections take part in JTA transactions, and trusts its own reads. */
        PERSISTENCE_UNIT,
        /** Anybody, inside and outside of JTA transactions. */
        DATA_SOURCE
    }

    /**
     * Guards a persistence unit.
     *
     * @param jta whether the connections take part in JTA transactions; asked when the first statement comes
     * @param source lends connections for questions to the database
     * @param announced whether what the calling thread executes now is the writing of entities that were looked at
     *     already; asked only in a rehearsal
     * @param provider the JPA provider whose guard refuses besides the database, as people write it
     */
    public ConnectionGuard(BooleanSupplier jta, ConnectionSource source, BooleanSupplier announced, String provider) {
        this(Sharing.PERSISTENCE_UNIT, jta, source, announced, provider, new ReplicaOfGuard(source));
    }

    /**
     * Guards connections that the same persistence unit has in another way. They read its replica, too, and in a JTA
     * transaction they read where its others do.
     */
    public ConnectionGuard(ConnectionGuard other, BooleanSupplier jta, String provider) {
        this(other.sharing, jta, other.source, other.announced, provider, other.replica);
        this.name = other.name;
    }

    private ConnectionGuard(
            Sharing sharing,
            BooleanSupplier jta,
            ConnectionSource source,
            BooleanSupplier announced,
            String others,
            ReplicaOfGuard replica) {
        this.sharing = sharing;
        this.jta = jta;
        this.source = source;
        this.announced = announced;
        this.database = new DatabaseGuard(this::unit, others);
        this.replica = replica;
    }

    /** Guards a data source of this name. */
    static ConnectionGuard ofDataSource(String name, ConnectionSource source) {
        ConnectionGuard guard = new ConnectionGuard(
                Sharing.DATA_SOURCE, () -> true, source, () -> false, "its connections", new ReplicaOfGuard(source));
        guard.name = name;
        return guard;
    }

    /** Names the persistence unit whose connections are guarded, for messages and settings. */
    public void setUnit(String unit) {
        this.name = unit;
    }

    boolean isAnnounced() {
        return announced.getAsBoolean();
    }

    @Override
    public String unit() {
        return sharing == Sharing.DATA_SOURCE ? "data source '" + name + "'" : describeUnit(name);
    }

    /** A persistence unit as it is named to an operator. */
    public static String describeUnit(@Nullable Object name) {
        return name == null ? "a session factory" : "persistence unit '" + name + "'";
    }

    /** A persistence unit that nobody guards, as it is shown in reports and in the log. */
    public static String describeUnguarded(String name, Object reason) {
        return describeUnit(name) + ": NOT GUARDED, because " + reason;
    }

    @Override
    public DrainQuestion begin() {
        if (!ReadOnlyRuntime.current().settings().verifyDrain().isOn(name)) {
            return () -> DrainAnswer.counted("stillwater.verify-drain is false");
        }
        Database known = database.database();
        if (known != null && !(known.dialect() instanceof VerifyingDialect)) {
            return () -> DrainAnswer.counted(known.product() + " cannot be asked");
        }
        return new OpenWritesQuestion(source);
    }

    @Override
    public boolean probe() {
        return database.probe(source, jtaOrNone());
    }

    @Override
    public void probeTakesLongerThan(Duration limit) {
        database.isLate(limit);
    }

    /**
     * Borrows a connection, and stands in front of it.
     *
     * @throws SQLException if there is none, or if the database does not say what it is
     */
    public Connection connect(ConnectionSource lender) throws SQLException {
        return connect(lender, false);
    }

    /**
     * Borrows a connection that is not given back after use, but kept for whoever comes next. An autocommitted write is
     * over with its statement there, because nobody says when the connection is done with.
     *
     * @throws SQLException if there is none, or if the database does not say what it is
     */
    public Connection connectKept(ConnectionSource lender) throws SQLException {
        return connect(lender, true);
    }

    private Connection connect(ConnectionSource lender, boolean kept) throws SQLException {
        Sides sides = Sides.open(this, lender, replica(), kept);
        try {
            if (classifier == null) {
                classifier = new StatementClassifier(comments(sides));
            }
        } catch (SQLException | RuntimeException e) {
            sides.giveBack();
            throw e;
        }
        return new GuardedConnection(sides, new WriteUnit(this, sides, kept));
    }

    @Override
    public void followReplica(ModeState now) {
        Replica known = replica();
        if (known != null) {
            known.follow(now);
        }
    }

    @Override
    public ReplicaReport replicaReport() {
        Replica known = replica();
        return known == null ? ReplicaOfGuard.none(unit()) : known.report();
    }

    @Override
    public void stopReplica() {
        replica.stop();
    }

    private @Nullable Replica replica() {
        return replica.isKnown() ? replica.known() : replica.get(unit(), name);
    }

    SideChoice sideChoice() {
        return sideChoice;
    }

    private Comments comments(Sides sides) throws SQLException {
        Database behind = sides.isOnReplica() ? sides.database() : null;
        return (behind == null ? database.know(sides.current()) : behind).comments();
    }

    /** Whether {@link #connect} or {@link #connectKept} gave out this connection. */
    public static boolean isGuarded(Connection connection) {
        return connection instanceof GuardedConnection;
    }

    /** The connection behind one that is guarded; any other is returned as it is. */
    public static Connection unguarded(Connection connection) {
        return connection instanceof GuardedConnection guarded ? guarded.raw() : connection;
    }

    /**
     * Gives back a guarded connection to where it came from, and ends what is held for it.
     *
     * @return false if it is none
     */
    public static boolean giveBack(Connection connection) throws SQLException {
        if (connection instanceof GuardedConnection guarded) {
            guarded.giveBack();
            return true;
        }
        return false;
    }

    /** Borrows a connection to the primary, although it may come through a guard; it is not guarded. */
    public static Connection unguarded(ConnectionSource lender) throws SQLException {
        return unguarded(SideChoice.onPrimary(lender));
    }

    /** Under what it is kept in a JTA transaction whether that reads the replica. */
    Object sideKey() {
        return replica;
    }

    boolean isJta() {
        return jta.getAsBoolean();
    }

    /** Whether a connection may be used for transactions of its own although a JTA transaction is active. */
    boolean mayStandAside() {
        return sharing == Sharing.DATA_SOURCE;
    }

    /** Whether who prepares a plain read does nothing else with the statement, so that it can be had unguarded. */
    boolean trustsReads() {
        return sharing == Sharing.PERSISTENCE_UNIT;
    }

    StatementKind classify(String sql) {
        StatementClassifier known = classifier;
        return known == null ? StatementKind.WRITE : known.classify(sql);
    }

    DatabaseGuard database() {
        return database;
    }

    private TransactionContext jtaOrNone() {
        return isJta() ? ReadOnlyRuntime.current().transactions() : TransactionContext.NONE;
    }

    /** What refuses writes here, as it is shown in reports. */
    @Override
    public String toString() {
        return database.describe();
    }
}
