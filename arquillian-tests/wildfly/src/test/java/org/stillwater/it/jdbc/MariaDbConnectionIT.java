package org.stillwater.it.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillwater.ReadOnlyModeException;
import org.stillwater.internal.database.ConnectionSource;
import org.stillwater.internal.jdbc.ConnectionGuard;
import org.stillwater.internal.runtime.ReadOnlyRuntime;
import org.stillwater.it.container.MariaDb;

/** Guarded connections to MariaDB, without any server and without JTA. One connection is used again and again, as by a pool. */
class MariaDbConnectionIT {
    private static final String COUNT = "select count(*) from local_note";
    private static LocalMode mode;

    private final ConnectionGuard guard =
            new ConnectionGuard(() -> false, new Lender(() -> MariaDb.connect("shop")), () -> false, "its connections");
    private Connection raw;
    private Connection guarded;

    @BeforeAll
    static void start() throws Exception {
        mode = new LocalMode();
        MariaDb.execute(
                "drop table if exists shop.local_note",
                "create table shop.local_note (text varchar(40))",
                "create or replace function shop.write_local() returns int begin"
                        + " insert into local_note values ('by a function'); return 1; end",
                "create or replace function shop.read_local() returns int reads sql data"
                        + " return (select count(*) from local_note)");
    }

    @AfterAll
    static void stop() {
        mode.close();
    }

    @BeforeEach
    void connect() throws Exception {
        MariaDb.execute("truncate shop.local_note");
        raw = MariaDb.connect("shop");
        ReadOnlyRuntime.addGuard(guard);
        borrow();
    }

    @AfterEach
    void close() throws Exception {
        MariaDb.execute("set global read_only = 0");
        ConnectionGuard.giveBack(guarded);
        raw.close();
        LocalMode.lift();
        ReadOnlyRuntime.removeGuard(guard);
    }

    /** As a pool gives it out: what is on the physical connection stays there. */
    private void borrow() throws SQLException {
        guarded = guard.connect(new Pool(raw));
        guarded.setAutoCommit(false);
    }

    private record Pool(Connection physical) implements ConnectionSource {
        @Override
        public Connection borrow() {
            return physical;
        }

        @Override
        public void giveBack(Connection connection) {}
    }

    private void giveBack() throws SQLException {
        guarded.rollback();
        ConnectionGuard.giveBack(guarded);
        borrow();
    }

    private static void enter() {
        LocalMode.enter();
        assertThat(LocalMode.awaitGuardLine("a session factory"))
                .startsWith("a session factory (MariaDB 11.4.5")
                .endsWith("): read-only transactions, verified");
    }

    @Test
    void the_refusal_of_a_function_that_writes_is_the_databases() throws Exception {
        enter();
        assertThat(text("select read_local()")).isEqualTo("0");
        assertThatThrownBy(() -> text("select write_local()"))
                .isInstanceOf(ReadOnlyModeException.class)
                .hasMessageContaining("'select write_local()'")
                .cause()
                .isInstanceOfSatisfying(SQLException.class, refusal -> {
                    assertThat(refusal.getSQLState()).isEqualTo("25006");
                    assertThat(refusal.getErrorCode()).isEqualTo(1792);
                });
        assertThatThrownBy(guarded::commit).isInstanceOf(ReadOnlyModeException.class);
        assertThat(MariaDb.texts("select count(*) from shop.local_note")).containsExactly("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"select 1", "select count(*) from local_note", "select read_local()", "show tables", ""})
    void nothing_is_left_for_the_next_borrower(String read) throws Exception {
        enter();
        if (!read.isEmpty()) {
            text(read);
        }
        assertThatThrownBy(() -> execute(guarded, "insert into local_note values ('x')"))
                .isInstanceOf(ReadOnlyModeException.class);
        giveBack();
        LocalMode.lift();
        execute(guarded, "insert into local_note values ('x')");
        guarded.commit();
        guarded.setAutoCommit(true);
        execute(guarded, "insert into local_note values ('y')");
        assertThat(MariaDb.texts("select text from shop.local_note order by 1")).containsExactly("x", "y");
    }

    /** A savepoint does not begin a transaction here, so beginning a read-only one afterwards would lose it. */
    @Test
    void a_savepoint_that_comes_first_is_kept_and_going_back_to_it_does_not_make_it_writable() throws Exception {
        enter();
        var savepoint = guarded.setSavepoint();
        assertThat(text(COUNT)).isEqualTo("0");
        guarded.rollback(savepoint);
        assertThatThrownBy(() -> text("select write_local()")).isInstanceOf(ReadOnlyModeException.class);
        guarded.rollback();
        assertThat(MariaDb.texts("select count(*) from shop.local_note")).containsExactly("0");
    }

    @Test
    void a_transaction_that_has_begun_is_not_committed_by_being_made_read_only() throws Exception {
        // Past the guard, so that no permit keeps the window from being opened.
        execute(raw, "insert into local_note values ('not committed')");
        enter();
        assertThat(text(COUNT)).isEqualTo("1");
        assertThat(MariaDb.texts("select count(*) from shop.local_note")).containsExactly("0");
        // It is too late to make it read-only, so what may write is refused by the library.
        assertThatThrownBy(() -> text("select write_local()"))
                .isInstanceOf(ReadOnlyModeException.class)
                .hasNoCause();
        guarded.rollback();
        assertThat(MariaDb.texts("select count(*) from shop.local_note")).containsExactly("0");
        assertThatThrownBy(() -> text("select write_local()")).hasCauseInstanceOf(SQLException.class);
    }

    @Test
    void a_server_that_is_read_only_refuses_in_normal_mode_too() throws Exception {
        MariaDb.execute("set global read_only = 1");
        assertThatThrownBy(() -> execute(guarded, "insert into local_note values ('x')"))
                .isInstanceOf(ReadOnlyModeException.class)
                .hasMessageContaining("STILL00606")
                .cause()
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refusal -> assertThat(refusal.getErrorCode()).isEqualTo(1290));
        guarded.rollback();
        assertThat(MariaDb.texts("select count(*) from shop.local_note")).containsExactly("0");
    }

    @Test
    void a_commit_that_the_server_refuses_says_so() throws Exception {
        execute(guarded, "insert into local_note values ('x')");
        MariaDb.execute("set global read_only = 1");
        assertThatThrownBy(guarded::commit)
                .isInstanceOf(ReadOnlyModeException.class)
                .hasCauseInstanceOf(SQLException.class);
        assertThat(MariaDb.texts("select count(*) from shop.local_note")).containsExactly("0");
    }

    private String text(String sql) throws SQLException {
        try (var statement = guarded.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
