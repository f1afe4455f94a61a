package org.stillwater.internal.jdbc;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.stillwater.ReadOnlyModeException;
import org.stillwater.internal.database.Database;
import org.stillwater.internal.runtime.ReadOnlyRuntime;

/**
 * What the database refuses on one connection: it comes out as {@link ReadOnlyModeException}, and the transaction cannot be
 * committed any more. Some drivers let it, and keep nothing.
 *
 * <p>One thread at a time.
 */
final class RefusalByDatabase {
    private final WriteUnit unit;
    private final Sides sides;
    private @Nullable ReadOnlyModeException refused;

    RefusalByDatabase(WriteUnit unit, Sides sides) {
        this.unit = unit;
        this.sides = sides;
    }

    /** The exception to throw for one that came from the database; that one itself, unless it is a refusal. */
    Throwable translate(Throwable problem, Object what) {
        Database database = sides.database();
        if (database == null || !(problem instanceof SQLException said) || !database.hasRefused(said)) {
            return problem;
        }
        ReadOnlyRuntime runtime = ReadOnlyRuntime.current();
        ReadOnlyModeException refusal = unit.isReadOnly(runtime)
                ? runtime.refusals().undeclared(what, what)
                : runtime.refusals().byDatabase(what, database.product());
        refusal.initCause(said);
        remember(runtime, refusal);
        return refusal;
    }

    private void remember(ReadOnlyRuntime runtime, ReadOnlyModeException refusal) {
        try {
            if (unit.isInJta(runtime)) {
                runtime.transactions().refuseCommit(runtime.refusals().ofCommit(refusal));
            } else if (!sides.isAutoCommit()) {
                refused = refusal;
            }
        } catch (SQLException e) {
            refused = refusal;
            refusal.addSuppressed(e);
        }
    }

    /** Rolls back, and throws, if the database has refused something in the transaction. */
    void beforeCommit() throws SQLException {
        ReadOnlyModeException refusal = refused;
        if (refusal == null) {
            return;
        }
        sides.current().rollback();
        unit.transactionEnded();
        throw ReadOnlyRuntime.current().refusals().ofCommit(refusal);
    }

    /** The transaction has ended, or gone back to where nothing had been refused. */
    void forget() {
        refused = null;
    }
}
