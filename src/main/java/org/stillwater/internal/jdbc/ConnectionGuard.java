package org.stillwater.internal.jdbc;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.log.Log;
import org.stillwater.internal.mode.DrainAnswer;
import org.stillwater.internal.mode.DrainQuestion;
import org.stillwater.internal.mode.DrainSource;
import org.stillwater.internal.runtime.ReadOnlyRuntime;
import org.stillwater.spi.ReadOnlyDialect;
import org.stillwater.spi.VerifyingDialect;

/**
 * Guards all connections of one source, for example of a persistence unit. Gives out connections that look at each SQL
 * text before the database does:
 *
 * <ul>
 *   <li>A write takes its permit, or is refused. In a JTA transaction the permit is the transaction's; elsewhere it is
 *       held until the connection commits, rolls back or is closed.
 *   <li>While writes are refused here, the transaction is made read-only in the database as well, if there is a dialect
 *       for it: once for each connection and transaction.
 *   <li>A refusal by the database comes out as {@link org.stillwater.ReadOnlyModeException}.
 * </ul>
 *
 * <p>A drain asks the database for writes that did not come through these connections, unless a setting forbids it.
 *
 * <p>Thread-safe. The connections that it gives out may be used as the guarded ones may: by one thread at a time, and
 * closed by any.
 */
public final class ConnectionGuard implements DrainSource {
    private static final Log LOG = Log.of("jdbc");

    private final BooleanSupplier jta;
    private final StatementClassifier classifier = new StatementClassifier();
    private final AtomicBoolean confirmed = new AtomicBoolean();
    private volatile @Nullable Database database;
    private final ConnectionSource source;
    private volatile @Nullable String unit;

    /**
     * @param jta whether the connections take part in JTA transactions; asked when the first statement comes
     * @param source lends connections for questions to the database
     */
    public ConnectionGuard(BooleanSupplier jta, ConnectionSource source) {
        this.jta = jta;
        this.source = source;
    }

    /** Names the persistence unit whose connections are guarded, for messages and settings. */
    public void setUnit(String unit) {
        this.unit = unit;
    }

    @Override
    public String unit() {
        return describeUnit(unit);
    }

    /** A unit as it is named to an operator. */
    public static String describeUnit(@Nullable Object name) {
        return name == null ? "a session factory" : "persistence unit '" + name + "'";
    }

    @Override
    public DrainQuestion begin() {
        if (!ReadOnlyRuntime.current().settings().verifyDrain().isOn(unit)) {
            return () -> DrainAnswer.counted("stillwater.verify-drain is false");
        }
        Database known = database;
        if (known != null && !(known.dialect() instanceof VerifyingDialect)) {
            return () -> DrainAnswer.counted(known.product() + " cannot be asked");
        }
        return new OpenWritesQuestion(source);
    }

    /**
     * A connection in front of the given one.
     *
     * @throws SQLException if the database does not say what it is
     */
    public Connection guard(Connection raw) throws SQLException {
        if (database == null) {
            database = Database.of(raw.getMetaData());
        }
        return (Connection) Proxy.newProxyInstance(
                ConnectionGuard.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new GuardedConnection(this, raw));
    }

    /** The connection behind one that {@link #guard} gave out; any other is returned as it is. */
    public static Connection unguarded(Connection connection) {
        GuardedConnection guarded = handler(connection);
        return guarded == null ? connection : guarded.raw();
    }

    /** Ends what is held for a connection that {@link #guard} gave out, after it was given back. */
    public static void released(Connection connection) {
        GuardedConnection guarded = handler(connection);
        if (guarded != null) {
            guarded.released();
        }
    }

    private static @Nullable GuardedConnection handler(Connection connection) {
        return Proxy.isProxyClass(connection.getClass())
                        && Proxy.getInvocationHandler(connection) instanceof GuardedConnection guarded
                ? guarded
                : null;
    }

    boolean isJta() {
        return jta.getAsBoolean();
    }

    StatementKind classify(String sql) {
        return classifier.classify(sql);
    }

    /**
     * Makes the running transaction read-only in the database.
     *
     * @return false if the library does not know how, or if there is no transaction but autocommit
     */
    boolean makeReadOnlyInDatabase(Connection raw) throws SQLException {
        Database known = database;
        ReadOnlyDialect dialect = known == null ? null : known.dialect();
        if (dialect == null || raw.getAutoCommit()) {
            return false;
        }
        dialect.makeTransactionReadOnly(raw);
        if (!confirmed.get()) {
            confirm(dialect, raw);
        }
        return true;
    }

    /** What a driver or a database claims is believed once it has confirmed it. */
    private void confirm(ReadOnlyDialect dialect, Connection raw) throws SQLException {
        if (dialect.isTransactionReadOnly(raw)) {
            confirmed.set(true);
            LOG.info("STILL01502", "%s: %s has confirmed that its transaction is read-only", unit(), dialect.name());
        } else {
            LOG.warn("STILL01503", "%s: %s does not make its transaction read-only", unit(), dialect.name());
        }
    }

    /** What refuses writes here, as it is shown in reports. */
    @Override
    public String toString() {
        Database known = database;
        if (known == null) {
            return unit() + ": not connected yet";
        }
        String layers = known.dialect() == null
                ? "Hibernate guard; this database does not refuse by itself"
                : "Hibernate guard and read-only transactions" + (confirmed.get() ? ", confirmed by the database" : "");
        return unit() + " (" + known.product() + "): " + layers;
    }

    private record Database(String product, @Nullable ReadOnlyDialect dialect) {
        static Database of(DatabaseMetaData metaData) throws SQLException {
            String name = metaData.getDatabaseProductName();
            return new Database(name + " " + metaData.getDatabaseProductVersion(), Dialects.of(name));
        }
    }
}
