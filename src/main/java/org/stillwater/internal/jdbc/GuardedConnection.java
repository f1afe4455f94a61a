package org.stillwater.internal.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Wrapper;
import org.jspecify.annotations.Nullable;

/**
 * Stands in front of a connection. A JPA provider gets prepared statements that are plain reads as they are while writes are
 * admitted, so that reading costs next to nothing; all others are {@link GuardedStatement}s.
 */
final class GuardedConnection implements InvocationHandler {
    private static final int CONCURRENCY = 2;

    private final Connection raw;
    private final WriteUnit unit;

    GuardedConnection(Connection raw, WriteUnit unit) {
        this.raw = raw;
        this.unit = unit;
    }

    Connection raw() {
        return raw;
    }

    void released() {
        unit.released();
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] args) throws Throwable {
        return switch (method.getName()) {
            case "prepareStatement" -> prepare((Connection) proxy, method, args, PreparedStatement.class);
            case "prepareCall" -> prepare((Connection) proxy, method, args, CallableStatement.class);
            case "createStatement" -> create((Connection) proxy, method, args);
            case "commit" -> commit(method);
            case "setAutoCommit" -> setAutoCommit(method, args);
            case "close", "abort" -> released(method, args);
            case "rollback" -> args == null ? ending(method, null) : rollBackTo(method, args);
            case "setSavepoint" -> setSavepoint(method, args);
            case "setReadOnly" -> setReadOnly(method, args);
            case "unwrap" -> unwrap(proxy, method, args);
            case "isWrapperFor" -> ((Class<?>) first(args)).isInstance(proxy) ? true : call(raw, method, args);
            case "getMetaData" -> metaData((Connection) proxy, method);
            case "equals" -> proxy == first(args);
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString" -> "guarded " + raw;
            default -> call(raw, method, args);
        };
    }

    private Object prepare(
            Connection proxy, Method method, @Nullable Object @Nullable [] args, Class<? extends Statement> type)
            throws Throwable {
        String sql = (String) first(args);
        StatementKind rows = concurrency(args, CONCURRENCY);
        StatementKind kind = unit.guard().classify(sql).or(rows);
        SqlText what = new SqlText(sql);
        unit.before(kind, what);
        Statement statement = (Statement) required(callOrEnd(method, args));
        if (kind == StatementKind.READ
                && type == PreparedStatement.class
                && unit.guard().trustsReads()
                && !unit.isRefusing()) {
            return statement;
        }
        return guarded(type, new GuardedStatement(proxy, statement, unit, kind, what));
    }

    private Object create(Connection proxy, Method method, @Nullable Object @Nullable [] args) throws Throwable {
        Statement statement = (Statement) required(call(raw, method, args));
        StatementKind atLeast = concurrency(args, 1);
        return guarded(Statement.class, new GuardedStatement(proxy, statement, unit, atLeast, null));
    }

    /** Rows of an updatable result set are written without any SQL. */
    private static StatementKind concurrency(@Nullable Object @Nullable [] args, int at) {
        return args != null
                        && args.length > at
                        && args[at] instanceof Integer type
                        && type == ResultSet.CONCUR_UPDATABLE
                ? StatementKind.WRITE
                : StatementKind.READ;
    }

    private @Nullable Object commit(Method method) throws Throwable {
        unit.beforeCommit();
        return ending(method, null);
    }

    /** Whatever it is switched to, it commits what has begun. */
    private @Nullable Object setAutoCommit(Method method, @Nullable Object @Nullable [] args) throws Throwable {
        boolean from = raw.getAutoCommit();
        boolean to = (Boolean) first(args);
        if (from != to) {
            unit.beforeCommit();
        }
        Object result = ending(method, args);
        unit.autoCommitSwitched(from, to);
        return result;
    }

    /** A commit or rollback that was not asked for through this method is not seen; then the permit is held longer. */
    private @Nullable Object ending(Method method, @Nullable Object @Nullable [] args) throws Throwable {
        Object result = call(raw, method, args);
        unit.transactionEnded();
        return result;
    }

    private @Nullable Object released(Method method, @Nullable Object @Nullable [] args) throws Throwable {
        Object result = ending(method, args);
        unit.released();
        return result;
    }

    private @Nullable Object rollBackTo(Method savepoint, @Nullable Object @Nullable [] args) throws Throwable {
        Object result = call(raw, savepoint, args);
        unit.rolledBackToSavepoint();
        return result;
    }

    /** It begins the transaction. Beginning it as a read-only one afterwards would lose the savepoint on MariaDB. */
    private @Nullable Object setSavepoint(Method method, @Nullable Object @Nullable [] args) throws Throwable {
        unit.before(StatementKind.READ, "Connection.setSavepoint");
        return call(raw, method, args);
    }

    private @Nullable Object setReadOnly(Method method, @Nullable Object @Nullable [] args) throws Throwable {
        if (Boolean.FALSE.equals(first(args))) {
            unit.before(StatementKind.CONTROL, "Connection.setReadOnly(false)");
        }
        return call(raw, method, args);
    }

    private @Nullable Object unwrap(Object proxy, Method method, @Nullable Object @Nullable [] args) throws Throwable {
        Class<?> type = (Class<?>) first(args);
        return Unwrapping.unwrap(proxy, type, unit, () -> required(call(raw, method, args)));
    }

    private Object metaData(Connection proxy, Method method) throws Throwable {
        Wrapper metaData = (Wrapper) required(call(raw, method, null));
        InvocationHandler handler = (self, asked, args) -> switch (asked.getName()) {
            case "getConnection" -> proxy;
            case "unwrap" ->
                Unwrapping.unwrap(self, (Class<?>) first(args), unit, () -> required(call(metaData, asked, args)));
            default -> call(metaData, asked, args);
        };
        return guarded(DatabaseMetaData.class, handler);
    }

    private @Nullable Object call(Object target, Method method, @Nullable Object @Nullable [] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw unit.translate(e.getTargetException(), "Connection." + method.getName());
        }
    }

    /** What cannot be prepared is not executed either. */
    private @Nullable Object callOrEnd(Method method, @Nullable Object @Nullable [] args) throws Throwable {
        try {
            return call(raw, method, args);
        } catch (SQLException e) {
            unit.executed(null);
            throw e;
        }
    }

    private static Object first(@Nullable Object @Nullable [] args) throws SQLException {
        return required(args == null ? null : args[0]);
    }

    private static Object required(@Nullable Object value) throws SQLException {
        if (value == null) {
            throw new SQLException("null is not allowed here");
        }
        return value;
    }

    private static Object guarded(Class<?> type, InvocationHandler handler) {
        return Proxy.newProxyInstance(ConnectionGuard.class.getClassLoader(), new Class<?>[] {type}, handler);
    }
}
