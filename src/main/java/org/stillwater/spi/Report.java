package org.stillwater.spi;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stillwater.AccessMode;

/**
 * What a running application publishes through the store. Immutable.
 *
 * @param instance identifies this run of this application
 * @param application the application's name
 * @param version the application's version, or null
 * @param process user, host and process id, as {@code user@host (process 4711)}
 * @param started when it was started
 * @param updated when this report was last confirmed
 * @param alive whether the process that published it still runs; set by the store when it lists reports
 * @param epoch the last epoch that it has applied; -1 before the first
 * @param mode the mode that it is in; {@code READ_ONLY} also where it cannot read the store
 * @param drained its gate is closed, no permit is out, and no database that could be asked has a write open
 * @param inFlight the number of writes in flight that were counted
 * @param drains what is known about the drain of each guarded database; empty while writes are admitted or in flight
 * @param objections why this application should not become read-only now; only while it drains
 * @param stragglers writes in flight while the gate is closed, oldest first, then those that only a database knows; not
 *     necessarily all
 * @param guards what refuses writes below the method, one line for each guarded database
 * @param replicas what is known about the replicas of its databases
 * @param undeclared the ways in which it wrote without declaring it; not necessarily all
 * @param fault why it cannot read the store, or null
 */
public record Report(
        String instance,
        String application,
        @Nullable String version,
        String process,
        Instant started,
        Instant updated,
        boolean alive,
        long epoch,
        AccessMode mode,
        boolean drained,
        long inFlight,
        List<DrainVerdict> drains,
        List<String> objections,
        List<Straggler> stragglers,
        List<String> guards,
        List<ReplicaReport> replicas,
        List<UndeclaredWrite> undeclared,
        @Nullable String fault) {

    /** Copies the lists. */
    public Report {
        drains = List.copyOf(drains);
        objections = List.copyOf(objections);
        stragglers = List.copyOf(stragglers);
        guards = List.copyOf(guards);
        replicas = List.copyOf(replicas);
        undeclared = List.copyOf(undeclared);
    }

    /** Whether every guarded database of this application has confirmed that it has drained. */
    public boolean isDrainVerified() {
        return drained
                && !drains.isEmpty()
                && drains.stream().allMatch(drain -> drain.state() == DrainVerdict.State.VERIFIED);
    }

    /** Whether this application is known to have no write in flight, and to begin none, since the given epoch. */
    public boolean hasDrained(long atEpoch) {
        return drained && epoch >= atEpoch && mode.refusesNewWrites();
    }

    /** The same report as a store lists it. */
    public Report seen(boolean processAlive, Instant lastConfirmed) {
        return new Report(
                instance,
                application,
                version,
                process,
                started,
                lastConfirmed,
                processAlive,
                epoch,
                mode,
                drained,
                inFlight,
                drains,
                objections,
                stragglers,
                guards,
                replicas,
                undeclared,
                fault);
    }

    /**
     * A write that has not ended.
     *
     * @param what the method or statement that was admitted, or the transaction that a database has open
     * @param where the thread, and what it was doing; or the database's session
     * @param age how long ago it was admitted, or has begun
     */
    public record Straggler(String what, String where, Duration age) {
        @Override
        public String toString() {
            return what + ", " + age.toMillis() / 1000.0 + " s, " + where;
        }
    }
}
