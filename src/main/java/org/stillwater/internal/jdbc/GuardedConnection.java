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
import org.jspecify.annotations.Nullable;

/**
 * Stands in front of a connection. Prepared statements that are plain reads are handed out as they are while writes are
 * admitted, so that reading costs next to nothing; all others are {@link GuardedStatement}s.
 */
final class GuardedConnection implements InvocationHandler {
    private static final int CONCURRENCY = 2;

    private final Connection raw;
    private final WriteUnit unit;

    GuardedConnection(ConnectionGuard guard, Connection raw) {
        this.raw = raw;
        this.unit = new WriteUnit(guard, raw);
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
            case "commit", "setAutoCommit", "close", "abort" -> ending(method, args);
            case "rollback" -> args == null ? ending(method, null) : rollBackTo(method, args);
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
        StatementKind kind = unit.classify(sql).or(resultSets(args));
        SqlText what = new SqlText(sql);
        unit.before(kind, what);
        Statement statement = (Statement) required(call(raw, method, args));
        if (kind == StatementKind.READ && type == PreparedStatement.class && !unit.isRefusing()) {
            return statement;
        }
        return proxy(type, new GuardedStatement(proxy, statement, unit, kind, what));
    }

    private Object create(Connection proxy, Method method, @Nullable Object @Nullable [] args) throws Throwable {
        Statement statement = (Statement) required(call(raw, method, args));
        StatementKind atLeast = args == null ? StatementKind.READ : concurrency(args[1]);
        return proxy(Statement.class, new GuardedStatement(proxy, statement, unit, atLeast, null));
    }

    private static StatementKind resultSets(@Nullable Object @Nullable [] args) {
        return args != null && args.length > CONCURRENCY ? concurrency(args[CONCURRENCY]) : StatementKind.READ;
    }

    /** Rows of an updatable result set are written without any SQL. */
    private static StatementKind concurrency(@Nullable Object value) {
        return value instanceof Integer type && type == ResultSet.CONCUR_UPDATABLE
                ? StatementKind.WRITE
                : StatementKind.READ;
    }

    /** A commit or rollback that was not asked for through this method is not seen; then the permit is held longer. */
    private @Nullable Object ending(Method method, @Nullable Object @Nullable [] args) throws Throwable {
        Object result = call(raw, method, args);
        unit.transactionEnded();
        return result;
    }

    private @Nullable Object rollBackTo(Method savepoint, @Nullable Object @Nullable [] args) throws Throwable {
        Object result = call(raw, savepoint, args);
        unit.rolledBackToSavepoint();
        return result;
    }

    private @Nullable Object setReadOnly(Method method, @Nullable Object @Nullable [] args) throws Throwable {
        if (Boolean.FALSE.equals(first(args))) {
            unit.before(StatementKind.CONTROL, "Connection.setReadOnly(false)");
        }
        return call(raw, method, args);
    }

    /** What a driver's own API does is not seen: the transaction may write. */
    private @Nullable Object unwrap(Object proxy, Method method, @Nullable Object @Nullable [] args) throws Throwable {
        Class<?> type = (Class<?>) first(args);
        if (type.isInstance(proxy)) {
            return proxy;
        }
        unit.before(StatementKind.OPAQUE, "Connection.unwrap(" + type.getName() + ")");
        return call(raw, method, args);
    }

    private Object metaData(Connection proxy, Method method) throws Throwable {
        Object metaData = required(call(raw, method, null));
        InvocationHandler handler =
                (self, asked, args) -> asked.getName().equals("getConnection") ? proxy : call(metaData, asked, args);
        return proxy(DatabaseMetaData.class, handler);
    }

    private @Nullable Object call(Object target, Method method, @Nullable Object @Nullable [] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw unit.translate(e.getTargetException(), "Connection." + method.getName());
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

    private static Object proxy(Class<?> type, InvocationHandler handler) {
        return Proxy.newProxyInstance(ConnectionGuard.class.getClassLoader(), new Class<?>[] {type}, handler);
    }
}
