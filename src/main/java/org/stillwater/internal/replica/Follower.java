package org.stillwater.internal.replica;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.database.Database;
import org.stillwater.internal.replica.Standing.Task;
import org.stillwater.spi.ReplicaProgress;
import org.stillwater.spi.ReplicaReport.State;
import org.stillwater.spi.ReplicatingDialect;

/**
 * Does with a replica what was ordered, on a thread of its own, because a database or a pool may let it wait. The thread
 * ends when there is nothing to be done. Thread-safe.
 */
final class Follower {
    private static final Duration FIRST = Duration.ofMillis(2);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Duration WATCH = Duration.ofSeconds(1);

    private final Replica replica;
    private @Nullable Thread thread;
    private boolean woken;

    Follower(Replica replica) {
        this.replica = replica;
    }

    /** There is something to be done, or something may have changed. */
    synchronized void wake() {
        woken = true;
        Thread running = thread;
        if (running == null) {
            running = new Thread(null, this::run, "stillwater-replica", 0, false);
            running.setDaemon(true);
            thread = running;
            running.start();
        } else {
            LockSupport.unpark(running);
        }
    }

    /** Interrupts, because a pool may let it wait for longer than the application is there. */
    synchronized void stop() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void run() {
        Duration pause = FIRST;
        while (!isDone()) {
            replica.emptyCaches();
            Standing before = replica.standing();
            Standing after = step(before);
            if (before.state() != after.state() || before.task() != after.task()) {
                pause = FIRST;
            }
            LockSupport.parkNanos(this, pauseAfter(after, pause).toNanos());
            pause = min(pause.multipliedBy(2), LONGEST);
        }
    }

    private static Duration pauseAfter(Standing now, Duration pause) {
        return switch (now.state()) {
            case READY, FROZEN, CHECKED -> WATCH;
            case BEHIND, RESUMING -> min(pause, Duration.ofMillis(100));
            default -> pause;
        };
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private synchronized boolean isDone() {
        Standing now = replica.standing();
        boolean done = !woken && hasNothingToDo(now);
        woken = false;
        if (done) {
            thread = null;
        }
        return done;
    }

    private static boolean hasNothingToDo(Standing now) {
        return now.task() == Task.NONE || now.task() == Task.RESUME && now.state() == State.IDLE;
    }

    /** Does what there is to do once, and returns what is known then. */
    private Standing step(Standing now) {
        if (hasNothingToDo(now)) {
            return now;
        }
        Standing next;
        try {
            next = look(now);
        } catch (SQLException | RuntimeException | LinkageError e) {
            next = now.with(State.UNUSABLE, Replica.oneLine(e));
        }
        return replica.become(now, next) ? next : replica.standing();
    }

    private Standing look(Standing now) throws SQLException {
        Connection connection = replica.lender().borrow();
        try {
            Database found = Database.of(connection);
            replica.look(found);
            ReplicatingDialect dialect = replica.dialect();
            if (dialect == null) {
                return now.with(State.UNUSABLE, found.product() + " cannot say how far a replica has come");
            }
            return switch (now.task()) {
                case CHECK -> check(now, dialect, connection);
                case RESUME -> resume(now, dialect, connection);
                default -> compare(knowPosition(now, dialect), dialect, connection);
            };
        } finally {
            replica.lender().giveBack(connection);
        }
    }

    private Standing check(Standing now, ReplicatingDialect dialect, Connection connection) throws SQLException {
        String primary = onPrimary(dialect::position);
        ReplicaProgress progress = dialect.progress(connection, primary);
        if (progress.unsuitable() != null) {
            return now.with(State.UNUSABLE, progress.unsuitable());
        }
        if (progress.paused()) {
            return now.with(State.UNUSABLE, "it is paused already, at " + progress.at() + ", by somebody else");
        }
        List<String> obstacles = onPrimary(known -> dialect.obstaclesToPausing(known, connection));
        return obstacles.isEmpty()
                ? now.with(State.CHECKED, "it can be paused")
                : now.with(State.UNUSABLE, String.join("; ", obstacles));
    }

    /** Under a frozen replica nobody asks: the primary may have gone on since. */
    private Standing knowPosition(Standing now, ReplicatingDialect dialect) throws SQLException {
        return now.position() == null && !now.task().pauses() ? now.at(onPrimary(dialect::position)) : now;
    }

    private Standing compare(Standing now, ReplicatingDialect dialect, Connection connection) throws SQLException {
        ReplicaProgress progress = dialect.progress(connection, now.position());
        replica.note(progress);
        if (now.task() == Task.FREEZE && progress.unsuitable() == null && !progress.paused()) {
            dialect.pause(connection);
            return now.with(State.BEHIND, "it is being paused");
        }
        String objection = now.objectionTo(progress);
        if (objection == null) {
            return now.with(now.task().pauses() ? State.FROZEN : State.READY, "at " + progress.at());
        }
        boolean waiting =
                now.state() == State.BEHIND && progress.unsuitable() == null && now.task() != Task.READ_FROZEN;
        return now.with(waiting ? State.BEHIND : State.UNUSABLE, objection);
    }

    private Standing resume(Standing now, ReplicatingDialect dialect, Connection connection) throws SQLException {
        if (now.position() == null) {
            ReplicaProgress progress = dialect.progress(connection, null);
            if (progress.unsuitable() != null) {
                return now.with(State.UNUSABLE, progress.unsuitable());
            }
            if (!progress.paused()) {
                return now.with(State.IDLE, "");
            }
            dialect.resume(connection);
            return now.at(onPrimary(dialect::position)).with(State.RESUMING, "at " + progress.at());
        }
        ReplicaProgress progress = dialect.progress(connection, now.position());
        return progress.reached()
                ? now.with(State.IDLE, "")
                : now.with(State.RESUMING, "it goes on, and " + now.objectionTo(progress));
    }

    private interface Question<T> {
        T ask(Connection primary) throws SQLException;
    }

    private <T> T onPrimary(Question<T> question) throws SQLException {
        Connection connection = replica.primary().borrow();
        try {
            return question.ask(connection);
        } finally {
            replica.primary().giveBack(connection);
        }
    }
}
