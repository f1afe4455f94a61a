package org.stillwater.internal.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Stands in front of a statement. A prepared one is looked at again whenever it is executed, because it may outlive the
 * transaction in which it was prepared. Results of what is no plain read are guarded, too.
 */
final class GuardedStatement implements InvocationHandler {
    private final Connection connection;
    private final Connection behind;
    private final Statement raw;
    private final WriteUnit unit;
    private final @Nullable SqlText prepared;
    private final StatementKind kind;
    private StatementKind batch;
    private StatementKind executed;
    private boolean used;

    /**
     * @param kind what is prepared; for other statements, what their results allow
     * @param prepared what is prepared, or null
     */
    GuardedStatement(
            GuardedConnection connection,
            Statement raw,
            WriteUnit unit,
            StatementKind kind,
            @Nullable SqlText prepared) {
        this.connection = connection;
        this.behind = connection.raw();
        this.raw = raw;
        this.unit = unit;
        this.kind = kind;
        this.batch = kind;
        this.executed = kind;
        this.prepared = prepared;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] args) throws Throwable {
        return switch (method.getName()) {
            case "executeQuery" -> rows(proxy, execute(method, args));
            case "execute", "executeUpdate", "executeLargeUpdate", "addBatch" -> execute(method, args);
            case "executeBatch", "executeLargeBatch", "clearBatch" -> endBatch(method);
            case "getResultSet", "getGeneratedKeys" -> rows(proxy, call(method, args, describe()));
            case "close" -> close(method);
            case "getConnection" -> connection;
            case "unwrap" -> unwrap(proxy, method, args);
            case "equals" -> args != null && proxy == args[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString" -> "guarded " + raw;
            default -> call(method, args, describe());
        };
    }

    private @Nullable Object execute(Method method, @Nullable Object @Nullable [] args) throws Throwable {
        begin();
        if (args != null && args.length > 0 && args[0] instanceof String sql) {
            StatementKind asked = unit.guard().classify(sql).or(kind);
            SqlText text = new SqlText(sql);
            unit.before(asked, text);
            executed = asked;
            if (method.getName().equals("addBatch")) {
                batch = batch.or(asked);
                return call(method, args, text);
            }
            return run(method, args, text);
        }
        unit.before(kind, describe());
        return method.getName().equals("addBatch") ? call(method, args, describe()) : run(method, args, describe());
    }

    /** The transaction of its first execution may have begun with its preparation. */
    private void begin() throws SQLException {
        if (used || !unit.isBehind(behind)) {
            unit.beginOn(behind);
        }
        used = true;
    }

    private @Nullable Object endBatch(Method method) throws Throwable {
        if (!method.getName().equals("clearBatch")) {
            begin();
            unit.before(batch, describe());
        }
        batch = kind;
        return run(method, null, describe());
    }

    private @Nullable Object close(Method method) throws Throwable {
        try {
            return call(method, null, describe());
        } finally {
            unit.statementClosed();
        }
    }

    private @Nullable Object run(Method method, @Nullable Object @Nullable [] args, Object what) throws Throwable {
        Object result = null;
        try {
            result = call(method, args, what);
            return result;
        } finally {
            unit.executed(result);
        }
    }

    private @Nullable Object rows(Object proxy, @Nullable Object result) {
        return result instanceof ResultSet rows && executed != StatementKind.READ
                ? Proxy.newProxyInstance(
                        ConnectionGuard.class.getClassLoader(),
                        new Class<?>[] {ResultSet.class},
                        new GuardedRows((Statement) proxy, rows, unit, describe()))
                : result;
    }

    private @Nullable Object unwrap(Object proxy, Method method, @Nullable Object @Nullable [] args) throws Throwable {
        if (args == null || !(args[0] instanceof Class<?> type)) {
            throw new SQLException("null is not allowed here");
        }
        return Unwrapping.unwrap(proxy, type, unit, () -> call(method, args, describe()));
    }

    private Object describe() {
        return prepared == null ? "a batch" : prepared;
    }

    private @Nullable Object call(Method method, @Nullable Object @Nullable [] args, Object what) throws Throwable {
        try {
            return method.invoke(raw, args);
        } catch (InvocationTargetException e) {
            throw unit.translate(e.getTargetException(), what);
        }
    }
}
