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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Hands out what is behind a guarded object. While writes are admitted, that object itself, as something that may write for
 * as long as the connection is out. While they are refused, a view of it: what JDBC knows goes to the guard, the driver's
 * own methods only where the database is known to refuse. A class, of which there can be no view, is refused then.
 */
final class Unwrapping implements InvocationHandler {
    private static final List<Class<?>> JDBC = List.of(
            Connection.class,
            CallableStatement.class,
            PreparedStatement.class,
            Statement.class,
            ResultSet.class,
            DatabaseMetaData.class);

    /** What drivers have variants of that JDBC does not know. */
    private static final Set<String> ENDS = Set.of("commit", "rollback", "close", "abort", "setAutoCommit", "cancel");

    private final Object guarded;
    private final Object vendor;
    private final WriteUnit unit;

    private Unwrapping(Object guarded, Object vendor, WriteUnit unit) {
        this.guarded = guarded;
        this.vendor = vendor;
        this.unit = unit;
    }

    /** Asks the object behind. */
    interface Behind {
        @Nullable
        Object get() throws Throwable;
    }

    static @Nullable Object unwrap(Object guarded, Class<?> type, WriteUnit unit, Behind behind) throws Throwable {
        if (type.isInstance(guarded)) {
            return guarded;
        }
        String what = "unwrap(" + type.getName() + ")";
        if (!unit.writesNoMore()) {
            unit.unwrapped(what);
            return behind.get();
        }
        if (!type.isInterface()) {
            unit.before(StatementKind.WRITE, what);
        }
        Object vendor = behind.get();
        return vendor == null
                ? null
                : Proxy.newProxyInstance(
                        loader(type), interfaces(guarded, type), new Unwrapping(guarded, vendor, unit));
    }

    /** Those of JDBC come first, so that a method that both have is the guard's. */
    private static Class<?>[] interfaces(Object guarded, Class<?> type) {
        List<Class<?>> interfaces = new ArrayList<>();
        JDBC.stream().filter(known -> known.isInstance(guarded)).forEach(interfaces::add);
        interfaces.add(type);
        return interfaces.toArray(Class<?>[]::new);
    }

    private static ClassLoader loader(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader == null ? Unwrapping.class.getClassLoader() : loader;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] args) throws Throwable {
        if (method.getName().equals("unwrap") && args != null && ((Class<?>) args[0]).isInstance(proxy)) {
            return proxy;
        }
        if (method.getDeclaringClass().isInstance(guarded)) {
            return call(guarded, method, args);
        }
        StatementKind kind = ENDS.contains(method.getName()) ? StatementKind.CONTROL : StatementKind.OPAQUE;
        unit.before(kind, method.getDeclaringClass().getSimpleName() + "." + method.getName());
        try {
            return call(vendor, method, args);
        } catch (SQLException e) {
            throw unit.translate(e, method.getName());
        }
    }

    private static @Nullable Object call(Object target, Method method, @Nullable Object @Nullable [] args)
            throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
