package org.stillwater.internal.replica;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.config.ReplicaSettings;
import org.stillwater.internal.database.ConnectionSource;
import org.stillwater.internal.database.Database;
import org.stillwater.internal.log.Log;
import org.stillwater.internal.mode.ModeState;
import org.stillwater.internal.replica.Standing.Task;
import org.stillwater.spi.ReplicaProgress;
import org.stillwater.spi.ReplicaReport;
import org.stillwater.spi.ReplicaReport.State;
import org.stillwater.spi.ReplicatingDialect;

/**
 * The replica of one guarded database, and whether it may be read.
 *
 * <p><b>Why no reader sees data older than the last write that was acknowledged to anybody.</b>
 *
 * <ol>
 *   <li>The position of the primary is asked for after read-only mode, or its drain, has come so far that no live application
 *       has a write in flight. A write that was acknowledged has committed before, so its place is before that position.
 *   <li>{@link #borrow} gives out a connection only after that very connection has said that its server has come there;
 *       whatever pool, proxy or restart is in between. A server that replays does not go back while a connection lasts.
 *   <li>Whoever chooses a side looks at the mode first, and the mode says {@code READ_WRITE} before the first new write is
 *       admitted. So who has seen an acknowledged write of after the window begins his next transaction on the primary.
 * </ol>
 *
 * <p>A mode that was entered in spite of stragglers is not verified: a write may be acknowledged after the position was
 * asked for. Its replicas are not read.
 *
 * <p>Thread-safe. A {@link Follower} does what may block.
 */
public final class Replica {
    private static final Log LOG = Log.of("replica");

    /** How long a reader waits for the first look at a frozen replica. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final String unit;
    private final String name;
    private final ReplicaSettings settings;
    private final ConnectionSource lender;
    private final ConnectionSource primary;
    private final Runnable changed;
    private volatile Standing standing = Standing.IDLE;
    private final ReplicaUse use;
    private final PrimaryReaders readers = new PrimaryReaders();
    private final Follower follower = new Follower(this);
    private volatile @Nullable Database database;
    private volatile boolean refusesWrites;

    /**
     * @param unit names the guarded database, for operators
     * @param name the replica's JNDI name
     * @param lender lends connections to the replica
     * @param primary lends connections to the primary, which are not guarded
     * @param changed is called when {@link #report} may say something else than before
     * @param left is called when the replica has been read, and nobody reads it any more; may block
     */
    public Replica(
            String unit,
            String name,
            ReplicaSettings settings,
            ConnectionSource lender,
            ConnectionSource primary,
            Runnable changed,
            Runnable left) {
        this.unit = unit;
        this.name = name;
        this.settings = settings;
        this.lender = lender;
        this.primary = primary;
        this.changed = changed;
        this.use = new ReplicaUse(left);
    }

    /** Applies a change of mode. Never blocks. */
    public void follow(ModeState now) {
        if (now.fault() != null) {
            return; // Nobody knows what holds; what is read stays, and where writes are refused nothing grows old.
        }
        Task task = taskOf(now);
        if (begin(task)) {
            follower.wake();
        }
    }

    private synchronized boolean begin(Task task) {
        boolean another = standing.task() != task;
        standing = standing.begin(task);
        notifyAll();
        return another;
    }

    private Task taskOf(ModeState now) {
        return switch (now.mode()) {
            case READ_WRITE, DRAINING -> Task.of(now.snapshot().replicas(), false);
            case READ_ONLY -> now.snapshot().verified() ? Task.of(now.snapshot().replicas(), true) : Task.NONE;
        };
    }

    /** The application is stopped. */
    public void stop() {
        drop();
        follower.stop();
    }

    private synchronized void drop() {
        standing = Standing.IDLE;
        notifyAll();
    }

    /**
     * What the replica has to show to a transaction that begins now and may not write; null if that reads the primary. The
     * mode has been looked at before. Who comes before a frozen replica has been looked at waits for that, because he has
     * nowhere else to go.
     */
    public @Nullable Standing toBeRead() {
        Standing now = standing;
        if (now.task() == Task.READ_FROZEN && now.state() == State.BEHIND && !settings.passedOver()) {
            now = awaitFirstLook();
        }
        return now.isRead() && !isPassedOver(now) ? now : null;
    }

    private synchronized Standing awaitFirstLook() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        long left = PATIENCE.toMillis();
        try {
            while (standing.state() == State.BEHIND && left > 0) {
                wait(left);
                left = (end - System.nanoTime()) / 1_000_000;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return standing;
    }

    /**
     * A transaction reads the primary.
     *
     * @param over says whether it has ended; compared by identity
     */
    public void readsPrimary(BooleanSupplier over) {
        readers.add(over);
    }

    /** Why a transaction that does not read the replica may not read the primary either; null if it may. */
    public @Nullable String objectionToPrimary() {
        Standing now = standing;
        if (now.task() == Task.READ_FROZEN && !settings.passedOver()) {
            return "its replica '" + name
                    + "' is frozen, because the schema on the primary changes, and cannot be read: " + now.detail();
        }
        if (now.task() == Task.READ && now.state() == State.UNUSABLE && settings.required()) {
            return "its replica '" + name + "' cannot be read, and stillwater.replica-policy is 'fail': "
                    + now.detail();
        }
        return null;
    }

    private boolean isPassedOver(Standing now) {
        return now.task() == Task.READ_FROZEN && settings.passedOver();
    }

    /**
     * Lends a connection to the replica, if that shows everything. Blocks as its pool does.
     *
     * @param now what {@link #toBeRead} gave, now or when the transaction began
     * @return null if it cannot be read now; the {@link Follower} tries again
     */
    public @Nullable Connection borrow(Standing now) {
        ReplicatingDialect dialect = dialect();
        if (dialect == null) {
            return null;
        }
        Connection connection = null;
        try {
            connection = lender.borrow();
            String objection = now.objectionTo(dialect.progress(connection, now.position()));
            if (objection == null) {
                use.begin();
                return connection;
            }
            become(now, now.with(State.UNUSABLE, objection));
        } catch (SQLException e) {
            become(now, now.with(State.UNUSABLE, oneLine(e)));
        }
        closeQuietly(connection);
        follower.wake();
        return null;
    }

    /**
     * Takes back a connection that {@link #borrow} lent.
     *
     * @param end what is done with it
     */
    public void giveBack(Connection connection, Ending end) throws SQLException {
        try {
            end.end(connection);
        } finally {
            if (use.end() && !standing.isRead()) {
                follower.wake();
            }
        }
    }

    /** Ends the use of a connection. */
    public interface Ending {
        /** Closes it, or gives it back. */
        void end(Connection connection) throws SQLException;
    }

    /** Called by the follower when something may have changed. */
    void emptyCaches() {
        use.emptyCaches(!standing.isRead());
    }

    private static void closeQuietly(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            LOG.debug("A connection to a replica that is of no use could not be closed: %s", e);
        }
    }

    /** Whether the replica refuses by itself whatever would write. */
    public boolean refusesWrites() {
        return refusesWrites;
    }

    /** The database behind the replica; null before it was first connected to. */
    public @Nullable Database database() {
        return database;
    }

    @Nullable
    ReplicatingDialect dialect() {
        Database known = database;
        return known != null && known.dialect() instanceof ReplicatingDialect dialect ? dialect : null;
    }

    Standing standing() {
        return standing;
    }

    ConnectionSource lender() {
        return lender;
    }

    ConnectionSource primary() {
        return primary;
    }

    String unit() {
        return unit;
    }

    String name() {
        return name;
    }

    /** Has a look at the replica, as it is connected to now. */
    void look(Database found) {
        database = found;
    }

    /** What the replica has said of itself. */
    void note(ReplicaProgress progress) {
        refusesWrites = progress.refusesWrites();
    }

    /** Replaces what is known, unless something else has become known or ordered meanwhile. */
    boolean become(Standing before, Standing next) {
        synchronized (this) {
            if (standing != before) {
                return false;
            }
            standing = next;
            notifyAll();
        }
        if (before.state() != next.state()
                || !before.detail().equals(next.detail()) && next.state() == State.UNUSABLE) {
            log(next);
        }
        if (!before.equals(next)) {
            changed.run();
        }
        return true;
    }

    private void log(Standing now) {
        switch (now.state()) {
            case READY, FROZEN -> {
                LOG.info("STILL01701", "%s", report(now));
                warnIfWritable();
            }
            case UNUSABLE -> LOG.warn("STILL01702", "%s. It is tried again", report(now));
            default -> LOG.debug("%s", report(now));
        }
    }

    private void warnIfWritable() {
        if (!refusesWrites) {
            LOG.warn(
                    "STILL01703",
                    "%s: replica '%s' can be written to. It is guarded like the primary; make it read-only",
                    unit,
                    name);
        }
    }

    /** What an operator is told. */
    public ReplicaReport report() {
        return report(standing);
    }

    private ReplicaReport report(Standing now) {
        if (isPassedOver(now)) {
            return new ReplicaReport(unit, name, State.PASSED_OVER, "stillwater.frozen-replica is 'ignore'");
        }
        int onPrimary = now.task() == Task.READ_FROZEN && now.state() == State.FROZEN ? readers.count() : 0;
        return onPrimary == 0
                ? new ReplicaReport(unit, name, now.state(), now.detail())
                : new ReplicaReport(
                        unit,
                        name,
                        State.CLEARING,
                        "transactions that began before and still read the primary: " + onPrimary);
    }

    static String oneLine(Throwable problem) {
        String message = problem.getMessage() == null ? problem.toString() : problem.getMessage();
        return message.lines().findFirst().orElse(message).strip();
    }
}
