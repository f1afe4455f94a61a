package org.stillwater.demo;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.stillwater.demo.load.Attempt;
import org.stillwater.demo.load.Load;
import org.stillwater.demo.load.Outcome;
import org.stillwater.demo.load.Phase;
import org.stillwater.demo.load.Tally;
import org.stillwater.demo.load.Write;
import org.stillwater.demo.machinery.Postgres;
import org.stillwater.demo.proof.DatabaseLog;
import org.stillwater.demo.proof.Markers;
import org.stillwater.demo.proof.RowHeaders;
import org.stillwater.demo.proof.Witness;

/** Compares what people were told with what the database holds, over a connection of its own. */
final class Evidence {

    private final Tally tally;
    private final Markers markers;
    private final Witness.Changes changes;
    private final long rows;
    private final List<String> unwatched;
    private final long stalePlans;

    private Evidence(Tally tally, Window window, Connection superuser, Path databaseLog) throws Exception {
        this.tally = tally;
        this.markers = Markers.find(superuser, Load.MARKER_PREFIX);
        this.changes = Witness.committedBetween(superuser, Postgres.APPLICATION, window.opened(), window.closing());
        this.rows = RowHeaders.writtenBetween(superuser, Postgres.MIGRATOR, window.opened(), window.closing());
        this.unwatched = Witness.unwatched(superuser);
        this.stalePlans = DatabaseLog.stalePlans(databaseLog, Stack.APPLICATION_NAME);
    }

    static Evidence collect(Tally tally, Window window, Postgres postgres) throws Exception {
        try (Connection superuser = postgres.connect()) {
            return new Evidence(tally, window, superuser, postgres.log());
        }
    }

    /** What must hold, with the library or without it. */
    List<Check> checks(boolean library) {
        List<Check> checks = new ArrayList<>();
        checks.add(Check.none("reads failed", tally.readsFailed()));
        checks.add(Check.none("reads older than an acknowledged write", tally.notesMissed()));
        checks.add(Check.equal(
                "writes acknowledged / found in the database", tally.writes(Outcome.DONE), found(Outcome.DONE, 1)));
        checks.add(Check.none(
                "writes refused but found all the same", tally.writes(Outcome.REFUSED) - found(Outcome.REFUSED, 0)));
        checks.add(Check.none("writes neither done nor refused", tally.writes(Outcome.FAILED)));
        checks.add(Check.none("requests cut in half", markers.halves()));
        if (library) {
            checks.add(Check.none("writes committed inside the window", changes.statements()));
            checks.add(Check.none("rows of that time, by their headers", rows));
            checks.add(Check.none("kinds of write that were never refused", notRefusedInWindow()));
        } else {
            checks.add(Check.some("writes committed inside the window", changes.statements()));
            checks.add(Check.some("rows of that time, by their headers", rows));
        }
        checks.add(Check.none("tables without a witness", unwatched));
        checks.add(Check.some("prepared statements that the migration made stale", stalePlans));
        return checks;
    }

    /** Writes that were acknowledged and are not in the database. */
    long lost() {
        return tally.writes(Outcome.DONE) - found(Outcome.DONE, 1);
    }

    /** Statements of the application that were committed inside the window. */
    long committedInside() {
        return changes.statements();
    }

    private long found(Outcome outcome, int times) {
        return tally.attempts().stream()
                .filter(attempt -> attempt.outcome() == outcome)
                .filter(attempt -> markers.count(attempt.marker()) == times)
                .count();
    }

    private Set<Write> notRefusedInWindow() {
        Set<Write> kinds = EnumSet.allOf(Write.class);
        tally.attempts().stream()
                .filter(attempt -> attempt.phase() == Phase.WINDOW && attempt.outcome() == Outcome.REFUSED)
                .map(Attempt::write)
                .forEach(kinds::remove);
        return kinds;
    }
}
