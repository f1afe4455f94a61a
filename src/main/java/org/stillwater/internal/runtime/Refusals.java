package org.stillwater.internal.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stillwater.Window;
import org.stillwater.internal.log.Log;
import org.stillwater.internal.mode.ModeState;

/** Words a refusal for the log and for developers; pages have texts of their own. */
final class Refusals {
    private Refusals() {}

    static String rehearsal(Object what, List<String> path) {
        return Log.message(
                "STILL00611",
                "'%s' is refused, because stillwater.rehearsal is 'fail' and no @Writes method declares it: put @Writes on the"
                        + " method that begins it (%s)",
                what,
                String.join(" < ", path));
    }

    static String message(Object what, ModeState state, @Nullable Window window) {
        if (state.fault() != null) {
            return Log.message("STILL00603", "'%s' is refused, because the mode is not known: %s", what, state.fault());
        }
        if (window == null) {
            return Log.message("STILL00604", "'%s' is refused, because its transaction is read-only. Try again", what);
        }
        return Log.message(
                "STILL00605",
                "'%s' is refused: the application is in mode %s since %s (window '%s' of %s%s)%s. Nothing was written",
                what,
                state.mode(),
                window.since(),
                window.name(),
                window.owner(),
                window.reason() == null ? "" : ": " + window.reason(),
                window.expectedEnd().map(end -> ", expected until " + end).orElse(""));
    }

    static String byDatabase(Object what, String database) {
        return Log.message(
                "STILL00606",
                "'%s' is refused by the database, which says that it, or the transaction, is read-only, although no window"
                        + " is open: %s. Nothing was written",
                what,
                database);
    }

    static String ofRead(String unit, String reason) {
        return Log.message("STILL00612", "%s cannot be read for now: %s", unit, reason);
    }

    static String ofCommit(Throwable refusal) {
        return Log.message(
                "STILL00607",
                "The transaction is rolled back instead of being committed, because the database refused to write in it: %s",
                refusal.getMessage());
    }
}
