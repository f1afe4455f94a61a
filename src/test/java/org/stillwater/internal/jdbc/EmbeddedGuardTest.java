package org.stillwater.internal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillwater.GuardedDataSource;
import org.stillwater.ReadOnlyModeException;
import org.stillwater.internal.runtime.ReadOnlyRuntime;

/** A guarded data source with each embedded database, whether that refuses by itself or not. */
class EmbeddedGuardTest {
    private static final Map<String, Use> WRITES = new LinkedHashMap<>();

    private final Mode mode = new Mode();
    private OneConnection pool;
    private String url;

    /** What is done with a connection. */
    interface Use {
        void with(Connection connection) throws SQLException;
    }

    static {
        WRITES.put("statement", connection -> execute(connection, "insert into note values (2, 'x')"));
        WRITES.put("prepared statement", connection -> {
            try (var statement = connection.prepareStatement("update note set text = ?")) {
                statement.setString(1, "x");
                statement.executeUpdate();
            }
        });
        WRITES.put("batch", connection -> {
            try (var statement = connection.createStatement()) {
                statement.addBatch("delete from note");
                statement.executeBatch();
            }
        });
        WRITES.put("prepared batch", connection -> {
            try (var statement = connection.prepareStatement("insert into note values (?, 'x')")) {
                statement.setInt(1, 2);
                statement.addBatch();
                statement.executeBatch();
            }
        });
        WRITES.put("callable statement", connection -> {
            try (var statement = connection.prepareCall("{call write_note()}")) {
                statement.execute();
            }
        });
        WRITES.put("updatable rows", connection -> {
            try (var statement = connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_UPDATABLE);
                    var rows = statement.executeQuery("select id, text from note")) {
                rows.next();
                rows.updateString(2, "x");
                rows.updateRow();
            }
        });
        WRITES.put("schema", connection -> execute(connection, "drop table note"));
        WRITES.put(
                "connection of the metadata",
                connection -> execute(connection.getMetaData().getConnection(), "delete from note"));
        WRITES.put("connection of a statement", connection -> {
            try (var statement = connection.prepareStatement("select text from note")) {
                execute(statement.getConnection(), "delete from note");
            }
        });
        WRITES.put("setReadOnly(false)", connection -> connection.setReadOnly(false));
    }

    static Stream<Arguments> writes() {
        return Stream.of(Embedded.values())
                .flatMap(database -> WRITES.keySet().stream()
                        .flatMap(way -> Stream.of(true, false).map(auto -> Arguments.of(database, way, auto))));
    }

    private DataSource guarded(Embedded database) throws SQLException {
        url = database.newUrl();
        pool = new OneConnection(DriverManager.getConnection(url));
        Embedded.execute(url, "create table note (id int primary key, text varchar(20))");
        Embedded.execute(url, "insert into note values (1, 'first')");
        return GuardedDataSource.of("notes", pool);
    }

    @AfterEach
    void close() throws SQLException {
        mode.close();
        pool.close();
    }

    @ParameterizedTest
    @MethodSource("writes")
    void refuses(Embedded database, String way, boolean autoCommit) throws SQLException {
        DataSource notes = guarded(database);
        mode.enter();
        try (Connection connection = notes.getConnection()) {
            connection.setAutoCommit(autoCommit);
            assertThatThrownBy(() -> WRITES.get(way).with(connection)).isInstanceOf(ReadOnlyModeException.class);
            if (!autoCommit) {
                connection.commit();
            }
        }
        assertThat(Embedded.count(url, "select count(*) from note where id = 1 and text = 'first'"))
                .isOne();
        assertThat(Embedded.count(url, "select count(*) from note")).isOne();
    }

    @ParameterizedTest
    @EnumSource
    void leavesNothingOnTheConnection(Embedded database) throws SQLException {
        DataSource notes = guarded(database);
        for (Use use : new Use[] {
            connection -> {}, // nothing
            connection -> assertThat(text(connection, "select text from note")).isEqualTo("first"),
            connection -> assertThatThrownBy(() -> execute(connection, "delete from note"))
                    .isInstanceOf(ReadOnlyModeException.class)
        }) {
            mode.enter();
            awaitFinding();
            try (Connection connection = notes.getConnection()) {
                connection.setAutoCommit(false);
                use.with(connection);
            }
            mode.lift();
            try (Connection connection = notes.getConnection()) {
                connection.setAutoCommit(false);
                execute(connection, "update note set text = 'first'");
                connection.commit();
            }
            try (Connection connection = notes.getConnection()) {
                execute(connection, "update note set text = 'first'");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsTheTruthAboutTheDatabase(Embedded database) throws SQLException {
        try (Connection connection = guarded(database).getConnection()) {
            assertThat(connection.isClosed()).isFalse();
        }
        assertThat(line()).endsWith(": whether the database refuses is found out when read-only mode is entered");
        mode.enter();
        awaitFinding();
        String refuses = "read-only transactions, verified";
        String doesNot = "the database does not refuse; guarded by its connections only";
        assertThat(line())
                .startsWith("data source 'notes' (")
                .endsWith("): " + (database == Embedded.HSQLDB ? refuses : doesNot));
        assertThat(Embedded.count(url, "select count(*) from note")).isOne();
    }

    @ParameterizedTest
    @EnumSource
    void aWriteHoldsTheDrainUntilItHasCommitted(Embedded database) throws SQLException {
        DataSource notes = guarded(database);
        try (Connection connection = notes.getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, "insert into note values (2, 'x')");
            assertThat(ReadOnlyRuntime.current().admission().openPermits()).hasSize(1);
            connection.commit();
            assertThat(ReadOnlyRuntime.current().admission().openPermits()).isEmpty();
            connection.setAutoCommit(true);
            execute(connection, "insert into note values (3, 'x')");
            assertThat(ReadOnlyRuntime.current().admission().openPermits()).hasSize(1);
        }
        assertThat(ReadOnlyRuntime.current().admission().openPermits()).isEmpty();
        assertThatCode(mode::enter).doesNotThrowAnyException();
    }

    private static void awaitFinding() {
        Awaitility.await().until(() -> !line().contains("is found out when"));
    }

    private static String line() {
        return ReadOnlyRuntime.guardLines().get(0);
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String text(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
