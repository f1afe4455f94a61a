package org.stillwater.internal.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Stands in front of a statement. A prepared one is looked at again whenever it is executed, because it may outlive the
 * transaction in which it was prepared.
 */
final class GuardedStatement implements InvocationHandler {
    private final Connection connection;
    private final Statement raw;
    private final WriteUnit unit;
    private final @Nullable SqlText prepared;
    private final StatementKind kind;
    private StatementKind batch;

    /**
     * @param kind what is prepared; for other statements, what their results allow
     * @param prepared what is prepared, or null
     */
    GuardedStatement(
            Connection connection, Statement raw, WriteUnit unit, StatementKind kind, @Nullable SqlText prepared) {
        this.connection = connection;
        this.raw = raw;
        this.unit = unit;
        this.kind = kind;
        this.batch = kind;
        this.prepared = prepared;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] args) throws Throwable {
        return switch (method.getName()) {
            case "execute", "executeQuery", "executeUpdate", "executeLargeUpdate", "addBatch" -> execute(method, args);
            case "executeBatch", "executeLargeBatch", "clearBatch" -> endBatch(method);
            case "getConnection" -> connection;
            case "unwrap" ->
                args != null && args[0] instanceof Class<?> type && type.isInstance(proxy)
                        ? proxy
                        : call(method, args, describe());
            case "equals" -> args != null && proxy == args[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString" -> "guarded " + raw;
            default -> call(method, args, describe());
        };
    }

    private @Nullable Object execute(Method method, @Nullable Object @Nullable [] args) throws Throwable {
        if (args != null && args.length > 0 && args[0] instanceof String sql) {
            StatementKind asked = unit.classify(sql).or(kind);
            SqlText text = new SqlText(sql);
            unit.before(asked, text);
            if (method.getName().equals("addBatch")) {
                batch = batch.or(asked);
            }
            return call(method, args, text);
        }
        unit.before(kind, describe());
        return call(method, args, describe());
    }

    private @Nullable Object endBatch(Method method) throws Throwable {
        if (!method.getName().equals("clearBatch")) {
            unit.before(batch, describe());
        }
        batch = kind;
        return call(method, null, describe());
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
