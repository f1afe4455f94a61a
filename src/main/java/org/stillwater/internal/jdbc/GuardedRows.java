package org.stillwater.internal.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stands in front of the rows of a statement that is no plain read. They may outlive the transaction in which they were
 * read, so each change of an updatable row is looked at; and the database may refuse only when a row is fetched.
 */
final class GuardedRows implements InvocationHandler {
    private static final Set<String> WRITES = Set.of("updateRow", "insertRow", "deleteRow");

    private final Statement statement;
    private final ResultSet raw;
    private final WriteUnit unit;
    private final Object what;

    GuardedRows(Statement statement, ResultSet raw, WriteUnit unit, Object what) {
        this.statement = statement;
        this.raw = raw;
        this.unit = unit;
        this.what = what;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] args) throws Throwable {
        String name = method.getName();
        if (WRITES.contains(name)) {
            unit.before(StatementKind.WRITE, "ResultSet." + name);
        }
        return switch (name) {
            case "getStatement" -> statement;
            case "unwrap" -> unwrap(proxy, method, args);
            case "equals" -> args != null && proxy == args[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> call(method, args);
        };
    }

    private @Nullable Object unwrap(Object proxy, Method method, @Nullable Object @Nullable [] args) throws Throwable {
        if (args == null || !(args[0] instanceof Class<?> type)) {
            throw new SQLException("null is not allowed here");
        }
        return Unwrapping.unwrap(proxy, type, unit, () -> call(method, args));
    }

    private @Nullable Object call(Method method, @Nullable Object @Nullable [] args) throws Throwable {
        try {
            return method.invoke(raw, args);
        } catch (InvocationTargetException e) {
            throw unit.translate(e.getTargetException(), what);
        }
    }
}
