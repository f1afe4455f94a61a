package org.stillwater.it.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.jdbc.PgConnection;
import org.stillwater.AccessMode;
import org.stillwater.ReadOnlyModeException;
import org.stillwater.internal.jdbc.ConnectionGuard;
import org.stillwater.internal.runtime.ReadOnlyRuntime;

/** Guarded connections to PostgreSQL, without any server and without JTA. */
class PostgresConnectionIT {
    private static EmbeddedPostgres postgres;

    private final ConnectionGuard guard = new ConnectionGuard(
            () -> false,
            new Lender(() -> postgres.getPostgresDatabase().getConnection()),
            () -> false,
            "its connections");
    private Connection raw;
    private Connection guarded;

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(new File(System.getProperty("it.directory"), "postgres"))
                .start();
        System.setProperty("stillwater.store", "memory");
        ReadOnlyRuntime.start();
    }

    @AfterAll
    static void stop() throws Exception {
        ReadOnlyRuntime.stop();
        System.clearProperty("stillwater.store");
        postgres.close();
    }

    @BeforeEach
    void connect() throws Exception {
        raw = postgres.getPostgresDatabase().getConnection();
        execute(raw, """
                drop table if exists local_note;
                create table local_note (text text);
                create or replace function write_local() returns int language sql as
                    $$ insert into local_note values ('by a function'); select 1 $$""");
        guarded = guard.connect(new Lender(() -> raw));
        guarded.setAutoCommit(false);
        ReadOnlyRuntime.addGuard(guard);
    }

    @AfterEach
    void close() throws Exception {
        guarded.close();
        switchTo(AccessMode.READ_WRITE);
        ReadOnlyRuntime.removeGuard(guard);
    }

    @Test
    void the_database_keeps_the_transaction_read_only_and_the_next_one_writes() throws Exception {
        switchTo(AccessMode.READ_ONLY);
        assertThat(text("show transaction_read_only")).isEqualTo("on");
        switchTo(AccessMode.READ_WRITE);
        assertThatThrownBy(() -> execute(guarded, "insert into local_note values ('x')"))
                .isInstanceOf(ReadOnlyModeException.class);
        guarded.commit();
        assertThat(text("show transaction_read_only")).isEqualTo("off");
        execute(guarded, "insert into local_note values ('x')");
        guarded.commit();
        assertThat(text("select string_agg(text, ',') from local_note")).isEqualTo("x");
    }

    @Test
    void a_transaction_that_runs_when_the_window_opens_becomes_read_only() throws Exception {
        assertThat(text("show transaction_read_only")).isEqualTo("off");
        switchTo(AccessMode.READ_ONLY);
        assertThat(text("show transaction_read_only")).isEqualTo("on");
    }

    @Test
    void the_refusal_of_a_function_that_writes_is_the_databases() throws Exception {
        switchTo(AccessMode.READ_ONLY);
        assertThatThrownBy(() -> text("select write_local()"))
                .isInstanceOf(ReadOnlyModeException.class)
                .hasMessageContaining("'select write_local()'")
                .cause()
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refusal -> assertThat(refusal.getSQLState()).isEqualTo("25006"));
        guarded.rollback();
        assertThat(text("select count(*) from local_note")).isEqualTo("0");
    }

    @Test
    void going_back_to_a_savepoint_does_not_make_it_writable() throws Exception {
        text("select 1");
        var savepoint = guarded.setSavepoint();
        switchTo(AccessMode.READ_ONLY);
        assertThat(text("show transaction_read_only")).isEqualTo("on");
        guarded.rollback(savepoint);
        assertThat(text("show transaction_read_only")).isEqualTo("on");
        assertThatThrownBy(() -> text("select write_local()")).isInstanceOf(ReadOnlyModeException.class);
    }

    @Test
    void without_a_transaction_nobody_can_say_what_a_function_does() throws Exception {
        guarded.setAutoCommit(true);
        switchTo(AccessMode.READ_ONLY);
        assertThat(text("select count(*) from local_note")).isEqualTo("0");
        assertThatThrownBy(() -> text("select write_local()")).isInstanceOf(ReadOnlyModeException.class);
        assertThat(text("select count(*) from local_note")).isEqualTo("0");
    }

    @Test
    void a_function_call_holds_the_drain() throws Exception {
        text("select write_local()");
        assertThat(ReadOnlyRuntime.current().admission().openPermits()).hasSize(1);
        guarded.rollback();
        assertThat(ReadOnlyRuntime.current().admission().openPermits()).isEmpty();
    }

    @Test
    void it_is_verified_by_a_write_of_which_nothing_is_left() throws Exception {
        String before = text("select count(*) from pg_class");
        guarded.rollback();
        switchTo(AccessMode.READ_ONLY);
        assertThat(LocalMode.awaitGuardLine("a session factory"))
                .matches("a session factory \\(PostgreSQL 18.*\\): read-only transactions, verified");
        assertThat(text("select count(*) from pg_class")).isEqualTo(before);
    }

    @Test
    void a_database_that_is_read_only_by_itself_refuses_in_normal_mode_too() throws Exception {
        execute(raw, "set session characteristics as transaction read only");
        raw.commit();
        assertThatThrownBy(() -> execute(guarded, "insert into local_note values ('x')"))
                .isInstanceOf(ReadOnlyModeException.class)
                .hasMessageContaining("STILL00606")
                .hasCauseInstanceOf(SQLException.class);
        assertThatThrownBy(guarded::commit).isInstanceOf(ReadOnlyModeException.class);
        guarded.commit();
    }

    /** The driver's {@code commit()} returns normally here. */
    @Test
    void what_was_written_before_a_swallowed_refusal_is_not_lost_silently() throws Exception {
        execute(guarded, "insert into local_note values ('kept?')");
        execute(guarded, "set transaction read only");
        assertThatThrownBy(() -> text("select write_local()")).isInstanceOf(ReadOnlyModeException.class);
        assertThatThrownBy(guarded::commit)
                .isInstanceOf(ReadOnlyModeException.class)
                .hasMessageContaining("STILL00607")
                .hasStackTraceContaining("read-only transaction");
        assertThat(text("select count(*) from local_note")).isEqualTo("0");
    }

    @Test
    void the_drivers_interface_reads_and_does_not_lead_past_the_guard() throws Exception {
        switchTo(AccessMode.READ_ONLY);
        PGConnection view = guarded.unwrap(PGConnection.class);
        assertThat(view.getBackendPID()).isPositive();
        assertThatThrownBy(() -> view.getCopyAPI().copyIn("copy local_note from stdin", new StringReader("x\n")))
                .hasMessageContaining("read-only transaction");
        assertThatThrownBy(() -> execute((Connection) view, "insert into local_note values ('x')"))
                .isInstanceOf(ReadOnlyModeException.class);
        assertThatThrownBy(() -> guarded.unwrap(PgConnection.class)).isInstanceOf(ReadOnlyModeException.class);
        guarded.rollback();
        assertThat(text("select count(*) from local_note")).isEqualTo("0");
    }

    private static void switchTo(AccessMode mode) {
        if (mode == AccessMode.READ_WRITE) {
            LocalMode.lift();
        } else {
            LocalMode.enter();
        }
    }

    private String text(String sql) throws SQLException {
        try (var statement = guarded.prepareStatement(sql);
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
