package org.stillwater.it.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stillwater.AccessMode;
import org.stillwater.Window;
import org.stillwater.internal.database.ConnectionSource;
import org.stillwater.internal.jdbc.ConnectionGuard;
import org.stillwater.internal.mode.Identity;
import org.stillwater.internal.runtime.ReadOnlyRuntime;
import org.stillwater.internal.window.DrainProgress;
import org.stillwater.internal.window.EnterRequest;
import org.stillwater.internal.window.EnterResult;
import org.stillwater.internal.window.EnterResult.Outcome;
import org.stillwater.it.OwnThread;

/**
 * What PostgreSQL knows of writes that nobody has counted, asked by a user without any special right. All transactions of
 * these tests go past the library.
 */
class PostgresDrainIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofSeconds(2);

    private static DrainedPostgres postgres;

    private final List<Connection> open = new ArrayList<>();
    private ConnectionGuard guard;
    private volatile DrainProgress progress;

    @BeforeAll
    static void start() throws Exception {
        postgres = new DrainedPostgres();
        postgres.asSuperuser("create role app login");
        postgres.asSuperuser("create role other login");
        postgres.asSuperuser("create role masked; grant masked to app");
        postgres.asSuperuser("create database elsewhere");
        postgres.asSuperuser("create table note (text text)");
        postgres.asSuperuser("grant all on note to app, other, masked");
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
    void guard() throws Exception {
        postgres.asSuperuser("truncate note");
        guardWith(new Lender(() -> postgres.connect("app")));
    }

    private void guardWith(ConnectionSource lender) {
        ReadOnlyRuntime.removeGuard(guard);
        guard = new ConnectionGuard(() -> false, lender, () -> false, "its connections");
        guard.setUnit("shop");
        ReadOnlyRuntime.addGuard(guard);
    }

    @AfterEach
    void release() throws Exception {
        for (Connection connection : open) {
            connection.close();
        }
        postgres.rollbackPrepared();
        ReadOnlyRuntime.removeGuard(guard);
        ReadOnlyRuntime.current().coordinator().liftAll();
        Awaitility.await().until(() -> ReadOnlyRuntime.current().state().mode() == AccessMode.READ_WRITE);
    }

    @Test
    void a_writer_holds_the_drain_until_it_commits() throws Exception {
        Connection writer = transaction("app", "insert into note values ('x')");
        var drain = enterLater();
        awaitStraggler("PostgreSQL transaction");
        assertThat(notes()).isEqualTo("0");
        assertThat(drain).isNotDone();
        writer.commit();
        assertVerified(drain.get());
        assertThat(notes()).isEqualTo("1");
    }

    @Test
    void a_writer_that_does_not_end_is_named_but_not_what_it_said() throws Exception {
        Connection writer = transaction("app", "insert into note values ('a secret')");
        String pid = DrainedPostgres.text(writer, "select pg_backend_pid()");
        writer.createStatement().execute("insert into note values ('another secret')");
        EnterResult result = enter(SHORT);
        assertThat(result.outcome()).isEqualTo(Outcome.DRAIN_TIMED_OUT);
        assertThat(result.snapshot().mode()).isEqualTo(AccessMode.READ_WRITE);
        assertThat(result.progress().stragglers())
                .singleElement()
                .asString()
                .contains("session " + pid + " of application 'PostgresDrainIT' at 127.0.0.1, idle in transaction")
                .doesNotContain("secret", "insert");
        writer.rollback();
    }

    @Test
    void one_that_has_only_read_before_the_drain_and_writes_during_it_is_waited_for() throws Exception {
        Connection early = transaction("app", "select * from note");
        Connection writer = transaction("app", "insert into note values ('x')");
        var drain = enterLater();
        awaitStraggler("PostgreSQL transaction");
        early.createStatement().execute("insert into note values ('late')");
        writer.commit();
        awaitStraggler("session " + DrainedPostgres.text(early, "select pg_backend_pid()"));
        assertThat(drain).isNotDone();
        early.commit();
        assertVerified(drain.get());
    }

    @Test
    void one_that_began_after_the_database_was_asked_is_not_waited_for() throws Exception {
        Connection writer = transaction("app", "insert into note values ('x')");
        var drain = enterLater();
        awaitStraggler("PostgreSQL transaction");
        transaction("app", "insert into note values ('y')");
        writer.commit();
        assertVerified(drain.get());
        assertThat(notes()).isEqualTo("1");
    }

    @Test
    void a_prepared_transaction_holds_the_drain() throws Exception {
        Connection branch = transaction("app", "insert into note values ('x')");
        branch.createStatement().execute("prepare transaction 'order-17'");
        branch.close();
        var drain = enterLater();
        awaitStraggler("COMMIT PREPARED or ROLLBACK PREPARED 'order-17'");
        assertThat(drain).isNotDone();
        postgres.asSuperuser("commit prepared 'order-17'");
        assertVerified(drain.get());
        assertThat(notes()).isEqualTo("1");
    }

    @Test
    void others_do_not_hold_it() throws Exception {
        transaction("app", "select * from note");
        transaction("other", "insert into note values ('x')");
        transaction("postgres", "insert into note values ('x')");
        Connection elsewhere = opened("app", "elsewhere");
        elsewhere.setAutoCommit(false);
        elsewhere.createStatement().execute("create temporary table mine as select 1 as one");
        assertThat(DrainedPostgres.text(elsewhere, "select pg_current_xact_id_if_assigned() is not null"))
                .isEqualTo("t");
        Connection branch = transaction("other", "insert into note values ('x')");
        branch.createStatement().execute("prepare transaction 'of another'");
        assertVerified(enter(LONG));
    }

    @Test
    void others_do_not_hold_it_even_where_they_can_be_seen() throws Exception {
        postgres.asSuperuser("grant pg_read_all_stats to app");
        try {
            others_do_not_hold_it();
        } finally {
            postgres.asSuperuser("revoke pg_read_all_stats from app");
        }
    }

    @Test
    void the_servers_own_workers_do_not_hold_it() throws Exception {
        Connection lock = opened("postgres", "postgres");
        lock.createStatement().execute("select pg_advisory_lock(4711)");
        postgres.makeAutovacuumWrite();
        try {
            Awaitility.await()
                    .atMost(LONG)
                    .until(() -> DrainedPostgres.text(
                                    lock,
                                    "select count(*) from pg_stat_activity where backend_type ="
                                            + " 'autovacuum worker' and backend_xid is not null")
                            .equals("1"));
            assertVerified(enter(LONG));
        } finally {
            lock.close();
            postgres.asSuperuser("drop table analyzed");
            postgres.asSuperuser("drop function slow(text)");
        }
    }

    @Test
    void without_the_right_to_look_it_goes_by_the_counted_writes_and_says_so() throws Exception {
        transaction("app", "insert into note values ('x')");
        postgres.asSuperuser("revoke select on pg_stat_activity from public");
        try {
            assertCounted(enter(LONG), "ERROR: permission denied for view pg_stat_activity");
        } finally {
            postgres.asSuperuser("grant select on pg_stat_activity to public");
        }
    }

    @Test
    void a_role_that_would_see_nothing_does_not_call_it_verified() throws Exception {
        guardWith(new Lender(() -> {
            Connection connection = postgres.connect("app");
            connection.createStatement().execute("set role masked");
            return connection;
        }));
        transaction("app", "insert into note values ('x')");
        assertCounted(enter(LONG), "the current role may not see the sessions of its user");
    }

    @Test
    void without_a_connection_it_goes_by_the_counted_writes_and_says_so() throws Exception {
        postgres.asSuperuser("alter role app connection limit 0");
        try {
            assertCounted(enter(LONG), "FATAL: too many connections for role \"app\"");
        } finally {
            postgres.asSuperuser("alter role app connection limit -1");
        }
    }

    @Test
    void leaves_no_transaction_behind_on_a_connection_without_autocommit() throws Exception {
        Connection pooled = opened("app", "postgres");
        pooled.setAutoCommit(false);
        String pid = DrainedPostgres.text(pooled, "select pg_backend_pid()");
        pooled.rollback();
        BlockingQueue<Connection> pool = new ArrayBlockingQueue<>(1);
        pool.add(pooled);
        guardWith(new ConnectionSource() {
            @Override
            public Connection borrow() throws SQLException {
                return take(pool);
            }

            @Override
            public void giveBack(Connection connection) {
                pool.add(connection);
            }
        });
        assertVerified(enter(LONG));
        take(pool);
        assertThat(postgres.superuser("select state from pg_stat_activity where pid = " + pid))
                .isEqualTo("idle");
    }

    private static Connection take(BlockingQueue<Connection> pool) throws SQLException {
        try {
            return pool.take();
        } catch (InterruptedException e) {
            throw new SQLException(e);
        }
    }

    @Test
    void can_be_switched_off_for_a_persistence_unit() throws Exception {
        transaction("app", "insert into note values ('x')");
        System.setProperty("stillwater.verify-drain.shop", "false");
        ReadOnlyRuntime.stop();
        ReadOnlyRuntime.start();
        try {
            assertCounted(enter(LONG), "stillwater.verify-drain is false");
        } finally {
            System.clearProperty("stillwater.verify-drain.shop");
            ReadOnlyRuntime.stop();
            ReadOnlyRuntime.start();
        }
    }

    private static void assertVerified(EnterResult result) {
        assertThat(result.outcome()).as(result.progress().toString()).isEqualTo(Outcome.ENTERED);
        var report = result.progress().drained().get(0);
        assertThat(report.drains()).singleElement().hasToString("persistence unit 'shop': verified by PostgreSQL");
        assertThat(report.isDrainVerified()).isTrue();
    }

    private static void assertCounted(EnterResult result, String reason) {
        assertThat(result.outcome()).as(result.progress().toString()).isEqualTo(Outcome.ENTERED);
        var report = result.progress().drained().get(0);
        assertThat(report.drains())
                .singleElement()
                .asString()
                .startsWith("persistence unit 'shop': counted writes only, because " + reason);
        assertThat(report.isDrainVerified()).isFalse();
    }

    private CompletableFuture<EnterResult> enterLater() {
        return OwnThread.supply(() -> enter(LONG));
    }

    private EnterResult enter(Duration patience) {
        Window window = new Window("test", null, Identity.thisProcess(), Instant.now(), null);
        return ReadOnlyRuntime.current()
                .coordinator()
                .enter(new EnterRequest(window, patience, false, false, false), listing -> progress = listing);
    }

    private void awaitStraggler(String what) {
        Awaitility.await()
                .atMost(LONG)
                .until(() ->
                        progress != null && progress.stragglers().toString().contains(what));
    }

    private Connection transaction(String user, String sql) throws SQLException {
        Connection connection = opened(user, "postgres");
        connection.setAutoCommit(false);
        connection.createStatement().execute(sql);
        return connection;
    }

    private Connection opened(String user, String database) throws SQLException {
        Connection connection = postgres.connect(user, database);
        open.add(connection);
        return connection;
    }

    private static String notes() throws SQLException {
        return postgres.superuser("select count(*) from note");
    }
}
