package org.stillwater.benchmark.reads;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.stillwater.AccessMode;
import org.stillwater.Window;
import org.stillwater.internal.runtime.ReadOnlyRuntime;
import org.stillwater.internal.window.EnterRequest;
import org.stillwater.internal.window.EnterResult;

/**
 * A guarded unit and two without a guard, of one provider on one database. The second of these is measured as if it were the
 * guarded one, which shows what the measurement itself does.
 */
final class Twins implements AutoCloseable {
    private static final Window.Owner OWNER = new Window.Owner("benchmark", "localhost", 1);

    final Unit guarded;
    final Unit plain;
    final Unit control;

    Twins(Provider provider, DataSource data) throws SQLException {
        fill(data);
        System.setProperty("stillwater.store", "memory");
        System.setProperty("stillwater.persistence-units", "guarded");
        plain = new Unit(provider.unit("plain", data, false));
        control = new Unit(provider.unit("control", data, false));
        guarded = new Unit(provider.unit("guarded", data, true));
        ReadOnlyRuntime.start();
        require(guarded.hasGuardedConnections(), "'guarded' has no guard");
        require(!plain.hasGuardedConnections(), "'plain' has a guard");
        require(!control.hasGuardedConnections(), "'control' has a guard");
    }

    private static void fill(DataSource data) throws SQLException {
        try (Connection connection = data.getConnection()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("create table Note (id int primary key, version int not null,"
                        + " title varchar(100) not null, text varchar(1000) not null)");
            }
            try (PreparedStatement insert = connection.prepareStatement("insert into Note values (?, 0, ?, ?)")) {
                for (int id = 1; id <= Reading.ROWS; id++) {
                    insert.setInt(1, id);
                    insert.setString(2, "note " + id);
                    insert.setString(3, "what note " + id + " says");
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
    }

    /**
     * Makes sure, in read-only mode, that the one unit refuses a write and that the others know nothing of the mode. Comes
     * after what is measured: whoever has never been in that mode has it easier.
     */
    void requireThatOneOfThemIsGuarded() {
        ReadOnlyRuntime runtime = ReadOnlyRuntime.current();
        Window window = new Window("benchmark", null, OWNER, Instant.now(), null);
        EnterResult entered = runtime.coordinator()
                .enter(new EnterRequest(window, Duration.ofSeconds(30), false, false, false), progress -> {});
        require(entered.outcome() == EnterResult.Outcome.ENTERED, entered.toString());
        runtime.refresh();
        require(runtime.state().mode() == AccessMode.READ_ONLY, "the mode is " + runtime.state());
        require(guarded.refusesWrites(Reading.ROWS + 1), "'guarded' writes in read-only mode");
        require(!plain.refusesWrites(Reading.ROWS + 1), "'plain' refuses in read-only mode");
        require(!control.refusesWrites(Reading.ROWS + 2), "'control' refuses in read-only mode");
    }

    private static void require(boolean condition, String problem) {
        if (!condition) {
            throw new IllegalStateException("Nothing can be measured: " + problem);
        }
    }

    @Override
    public void close() {
        ReadOnlyRuntime.stop();
    }
}
