package org.stillwater.internal.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.database.ConnectionSource;
import org.stillwater.internal.database.Database;
import org.stillwater.internal.gate.TransactionContext;
import org.stillwater.internal.log.Log;
import org.stillwater.spi.ReadOnlyDialect;

/**
 * Makes the transactions of one database read-only, and finds out whether it refuses to write in them. What a driver or a
 * database claims is not believed: as long as it has not refused once, it decides nothing.
 *
 * <p>Thread-safe.
 */
final class DatabaseGuard {
    private static final Log LOG = Log.of("jdbc");

    /** How long a statement waits for the first finding, which is made at the same time. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Supplier<String> unit;
    private final String others;
    private final CompletableFuture<Finding> first = new CompletableFuture<>();
    private volatile @Nullable Database database;
    private volatile Finding finding = Finding.NOT_YET;
    private volatile Finding conclusive = Finding.NOT_YET;
    private volatile boolean late;
    private volatile @Nullable String complaint;

    /**
     * @param unit names what is guarded, for the log
     * @param others what guards besides the database
     */
    DatabaseGuard(Supplier<String> unit, String others) {
        this.unit = unit;
        this.others = others;
    }

    /** Has a look at the database, the first time. */
    Database know(Connection connection) throws SQLException {
        Database known = database;
        if (known == null) {
            known = Database.of(connection);
            database = known;
        }
        return known;
    }

    /** The database, or null as long as nobody has been connected. */
    @Nullable
    Database database() {
        return database;
    }

    /**
     * Makes the running transaction read-only in the database.
     *
     * @return false if that cannot be done, or if there is no transaction but autocommit
     */
    boolean makeReadOnly(Connection raw) throws SQLException {
        ReadOnlyDialect dialect = know(raw).dialect();
        if (dialect == null || raw.getAutoCommit()) {
            return false;
        }
        try {
            return dialect.makeTransactionReadOnly(raw);
        } catch (SQLException e) {
            complain(dialect, e);
            return false;
        }
    }

    /** A read goes on without; what is not provably a read does not. */
    private void complain(ReadOnlyDialect dialect, SQLException problem) {
        String text = String.valueOf(problem.getMessage());
        if (!text.equals(complaint)) {
            complaint = text;
            LOG.warn(
                    "STILL01504",
                    "%s: %s did not make a transaction read-only, so that one is guarded by %s only: %s",
                    unit.get(),
                    dialect.name(),
                    others,
                    text);
        }
    }

    /** Whether the database has been seen to refuse. */
    boolean isVerified() {
        if (conclusive.equals(Finding.NOT_YET) && !first.isDone()) {
            awaitFirst();
        }
        return conclusive.equals(Finding.VERIFIED);
    }

    private void awaitFirst() {
        try {
            first.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("%s: nothing is known yet: %s", unit.get(), e);
        }
    }

    /** Finds out; false if that was not possible. Leaves nothing in the database and on the connection. */
    boolean probe(ConnectionSource source, TransactionContext transactions) {
        late = false;
        try {
            found(transactions.callAndRollBack(() -> probe(source, transactions.isActive())));
        } catch (Exception | LinkageError e) {
            if (!late) {
                found(Finding.failed(e));
            }
        }
        return finding.isConclusive();
    }

    private Finding probe(ConnectionSource source, boolean inJta) throws SQLException {
        Connection connection = source.borrow();
        try {
            ReadOnlyDialect dialect = know(connection).dialect();
            return dialect == null ? Finding.UNABLE : probe(connection, dialect, inJta);
        } finally {
            source.giveBack(connection);
        }
    }

    private static Finding probe(Connection connection, ReadOnlyDialect dialect, boolean inJta) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        if (autoCommit) {
            connection.setAutoCommit(false);
        }
        try {
            if (!dialect.makeTransactionReadOnly(connection)) {
                return Finding.UNABLE;
            }
            return dialect.refusesToWrite(connection) ? Finding.VERIFIED : Finding.WRITES;
        } finally {
            if (autoCommit || !inJta) {
                connection.rollback();
            }
            if (autoCommit) {
                connection.setAutoCommit(true);
            }
        }
    }

    /** Nobody has answered, and nobody is waited for. */
    void isLate(Duration limit) {
        late = true;
        found(Finding.notVerified(
                "no answer within " + limit.toMillis() + " ms; its connection pool may be exhausted"));
    }

    private void found(Finding now) {
        boolean news = !now.equals(finding) || now.isConclusive();
        finding = now;
        if (now.isConclusive()) {
            conclusive = now;
        }
        first.complete(now);
        if (news) {
            log(now);
        }
    }

    private void log(Finding now) {
        String text = describe();
        if (now.equals(Finding.VERIFIED)) {
            LOG.info("STILL01502", "%s", text);
        } else {
            LOG.warn("STILL01503", "%s", text);
        }
    }

    /** What is known, as it is shown in reports. */
    String describe() {
        Database known = database;
        if (known == null) {
            return unit.get() + ": "
                    + (finding.equals(Finding.NOT_YET) ? "not connected yet" : finding.describe(others));
        }
        String what = known.dialect() == null ? Finding.UNABLE.describe(others) : finding.describe(others);
        return unit.get() + " (" + known.product() + "): " + what;
    }
}
