package org.stillwater.internal.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.stillwater.GuardedDataSource;
import org.stillwater.internal.database.ConnectionSource;
import org.stillwater.internal.log.Log;
import org.stillwater.internal.runtime.ReadOnlyRuntime;

/**
 * The guarded data sources of this application. There is one guard for each name, however often the application makes
 * itself a data source of that name; questions to the database go through the latest one. Thread-safe.
 */
public final class DataSourceGuards implements GuardedDataSource.Provider {
    private static final Map<String, Named> KNOWN = new ConcurrentHashMap<>();

    /** For {@link java.util.ServiceLoader}. */
    public DataSourceGuards() {}

    @Override
    public GuardedDataSource guard(String name, DataSource dataSource) {
        return of(name, dataSource);
    }

    private static GuardedDataSource of(String name, DataSource dataSource) {
        if (dataSource instanceof GuardedDataSource guarded) {
            return guarded;
        }
        Named named = KNOWN.computeIfAbsent(name, unknown -> new Named(unknown, dataSource));
        named.latest = dataSource;
        return new GuardedConnections(name, dataSource, named.guard);
    }

    /** The guarded data source that the server has under a name. */
    @SuppressWarnings("BanJNDI") // names a resource of the server's; the application's code says which
    public static GuardedDataSource lookUp(String jndiName) {
        try {
            return of(jndiName, (DataSource) InitialContext.doLookup(jndiName));
        } catch (NamingException | ClassCastException e) {
            throw new IllegalStateException(
                    Log.message(
                            "STILL01506",
                            "@Guarded(\"%s\") names no data source. Give the name that @Resource(lookup = ...) would take: %s",
                            jndiName,
                            e),
                    e);
        }
    }

    /** The application is gone. */
    public static void forgetAll() {
        KNOWN.values().forEach(named -> ReadOnlyRuntime.removeGuard(named.guard));
        KNOWN.clear();
    }

    private static final class Named implements ConnectionSource {
        private final ConnectionGuard guard;
        private volatile DataSource latest;

        Named(String name, DataSource first) {
            latest = first;
            guard = ConnectionGuard.ofDataSource(name, this);
            ReadOnlyRuntime.addGuard(guard);
        }

        @Override
        public Connection borrow() throws SQLException {
            return latest.getConnection();
        }

        @Override
        public void giveBack(Connection connection) throws SQLException {
            connection.close();
        }
    }
}
