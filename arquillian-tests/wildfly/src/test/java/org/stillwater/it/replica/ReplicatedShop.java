package org.stillwater.it.replica;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.stillwater.AccessMode;
import org.stillwater.GuardedDataSource;
import org.stillwater.Window;
import org.stillwater.internal.jdbc.DataSourceGuards;
import org.stillwater.internal.mode.Identity;
import org.stillwater.internal.runtime.ReadOnlyRuntime;
import org.stillwater.internal.window.EnterRequest;
import org.stillwater.internal.window.EnterResult;
import org.stillwater.spi.ReplicaReport;

/** An application without a server that reads through a guarded data source {@code shop}, which has a replica. */
final class ReplicatedShop implements AutoCloseable {
    static final String REPLICA = "jdbc/shop-replica";

    private final LocalNames names = LocalNames.install();
    private final Map<String, String> settings;
    final GuardedDataSource data;

    ReplicatedShop(ReplicaPair pair, String policy) {
        this(pair.primaryUrl(), pair.replicaUrl(), policy);
    }

    ReplicatedShop(String primaryUrl, String replicaUrl, String policy) {
        this(primaryUrl, replicaUrl, Map.of("stillwater.store", "memory", "stillwater.replica-policy", policy));
    }

    /** @param more settings besides the replica */
    ReplicatedShop(String primaryUrl, String replicaUrl, Map<String, String> more) {
        settings = new TreeMap<>(more);
        settings.put("stillwater.replica.shop", REPLICA);
        settings.forEach(System::setProperty);
        names.bind(REPLICA, new Urls(replicaUrl));
        ReadOnlyRuntime.start();
        data = GuardedDataSource.of("shop", new Urls(primaryUrl));
    }

    void enter() {
        requireEntered(tryEnter(false, Duration.ofSeconds(30)));
    }

    /** With a frozen replica. */
    void freeze() {
        requireEntered(tryEnter(true, Duration.ofSeconds(30)));
    }

    private static void requireEntered(EnterResult result) {
        if (result.outcome() != EnterResult.Outcome.ENTERED) {
            throw new AssertionError(result);
        }
    }

    EnterResult tryEnter(boolean freezing, Duration limit) {
        Window window = new Window("test", null, Identity.thisProcess(), Instant.now(), null);
        EnterResult result = ReadOnlyRuntime.current()
                .coordinator()
                .enter(new EnterRequest(window, limit, false, false, false, freezing), progress -> {});
        ReadOnlyRuntime.current().refresh();
        return result;
    }

    void enterAndAwait(ReplicaReport.State state) {
        enter();
        await(state);
    }

    void lift() {
        ReadOnlyRuntime.current().coordinator().liftAll();
        ReadOnlyRuntime.current().refresh();
        if (ReadOnlyRuntime.current().state().mode() != AccessMode.READ_WRITE) {
            throw new AssertionError(ReadOnlyRuntime.current().state());
        }
    }

    ReplicaReport report() {
        return ReadOnlyRuntime.current().replicaReports().get(0);
    }

    ReplicaReport await(ReplicaReport.State state) {
        return Awaitility.await().until(this::report, report -> report.state() == state);
    }

    String ask(String query) throws SQLException {
        try (Connection connection = data.getConnection()) {
            return ask(connection, query);
        }
    }

    void write(String statement) throws SQLException {
        try (Connection connection = data.getConnection();
                Statement writing = connection.createStatement()) {
            writing.execute(statement);
        }
    }

    static String ask(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Override
    public void close() {
        ReadOnlyRuntime.stop();
        DataSourceGuards.forgetAll();
        settings.keySet().forEach(System::clearProperty);
        names.close();
    }

    /** Connects anew each time. */
    private record Urls(String url) implements DataSource {
        @Override
        public Connection getConnection() throws SQLException {
            return DriverManager.getConnection(url);
        }

        @Override
        public Connection getConnection(String username, String password) {
            throw new UnsupportedOperationException();
        }

        @Override
        public PrintWriter getLogWriter() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setLogWriter(PrintWriter out) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setLoginTimeout(int seconds) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLException(type.getName());
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }
}
