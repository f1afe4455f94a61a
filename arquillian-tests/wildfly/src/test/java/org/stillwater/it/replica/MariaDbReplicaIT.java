package org.stillwater.it.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillwater.ReadOnlyModeException;
import org.stillwater.integration.jdbc.MariaDbDialect;
import org.stillwater.spi.ReplicaProgress;
import org.stillwater.spi.ReplicaReport.State;

class MariaDbReplicaIT extends AbstractReplicaIT {
    private static final String COUNT = "select count(*) from note";

    private static MariaDbPair pair;
    private static MariaDbServer foreign;

    private final MariaDbDialect dialect = new MariaDbDialect();

    @BeforeAll
    static void startAll(@TempDir Path directory) throws Exception {
        pair = MariaDbPair.start(directory);
        foreign = MariaDbServer.start(directory, 3, "--relay-log-space-limit=1000000");
        pair.primary()
                .execute(
                        "create user by_right@'127.0.0.1' identified by 'by_right'",
                        "grant read_only admin on *.* to by_right@'127.0.0.1'",
                        "create user by_role@'127.0.0.1' identified by 'by_role'",
                        "create role may_write",
                        "grant read_only admin on *.* to may_write",
                        "grant may_write to by_role@'127.0.0.1'",
                        "set default role may_write for by_role@'127.0.0.1'");
        for (String user : List.of("by_right", "by_role")) {
            pair.primary().execute("grant select on *.* to " + user + "@'127.0.0.1'");
        }
    }

    @AfterAll
    static void stopAll() throws Exception {
        foreign.close();
        pair.close();
    }

    @AfterEach
    void unchanged() throws Exception {
        pair.replica().execute("stop slave", "set global read_only = 1");
        for (String filter : List.of("replicate_ignore_db", "replicate_wild_ignore_table", "replicate_do_db")) {
            pair.replica().execute("set global " + filter + " = ''");
        }
        pair.replica().execute("change master to ignore_domain_ids = ()", "start slave");
        foreign.execute("set global gtid_slave_pos = ''");
    }

    @Override
    ReplicaPair pair() {
        return pair;
    }

    @Override
    String foreignUrl() {
        return foreign.url("shop");
    }

    private String position() throws SQLException {
        try (Connection primary = pair.primary().connect("shop")) {
            return dialect.position(primary);
        }
    }

    private ReplicaProgress progress(MariaDbServer server, String user) throws SQLException {
        try (Connection connection = server.connect(user)) {
            return dialect.progress(connection, position());
        }
    }

    private void awaitReached() throws SQLException {
        String position = position();
        try (Connection connection = pair.replica().connect("shop")) {
            Awaitility.await()
                    .until(() -> dialect.progress(connection, position).reached());
        }
    }

    @Test
    void aReplicaThatCanBeWrittenToIsGuardedByReadOnlyTransactions() throws Exception {
        pair.primary()
                .execute(
                        "create or replace function shop.write_note() returns int deterministic modifies sql data"
                                + " begin insert into note values ('by a function'); return 1; end",
                        "create or replace view shop.looks_harmless as select shop.write_note()");
        awaitReached();
        pair.replica().execute("set global read_only = 0");
        shop.enterAndAwait(State.READY);
        try (Connection connection = shop.data.getConnection()) {
            connection.setAutoCommit(false);
            assertThat(ReplicatedShop.ask(connection, pair.whichSide())).isEqualTo("1");
            assertThatThrownBy(() -> ReplicatedShop.ask(connection, "select * from looks_harmless"))
                    .isInstanceOf(ReadOnlyModeException.class)
                    .cause()
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refusal -> assertThat(refusal.getErrorCode()).isEqualTo(1792));
        }
        assertThat(pair.askReplica(COUNT)).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "by_right", "by_role"})
    void whoMayWriteInSpiteOfReadOnlyIsKnown(String user) throws Exception {
        awaitReached();
        assertThat(progress(pair.replica(), user).refusesWrites()).isFalse();
        assertThat(progress(pair.replica(), "shop").refusesWrites()).isTrue();
    }

    @Test
    void whatEverybodyMayDoIsKnown() throws Exception {
        pair.primary().execute("grant read_only admin on *.* to public");
        awaitReached();
        try {
            assertThat(progress(pair.replica(), "shop").refusesWrites()).isFalse();
        } finally {
            pair.primary().execute("revoke read_only admin on *.* from public");
        }
    }

    /** Under REPEATABLE READ the first read of a transaction decides what all of its reads see. */
    @Test
    void askingHowFarItIsIsNotTheFirstReadOfTheTransaction() throws Exception {
        pair.pause();
        pair.onPrimary("insert into note values ('late')");
        String position = position();
        try (Connection application = pair.replica().connect("shop")) {
            application.setAutoCommit(false);
            application.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            assertThat(dialect.progress(application, position).reached()).isFalse();
            pair.resume();
            awaitReached();
            assertThat(dialect.progress(application, position).reached()).isTrue();
            assertThat(ReplicatedShop.ask(application, COUNT)).isEqualTo("1");
        }
    }

    /** A transaction that has begun cannot be made read-only any more. */
    @Test
    void askingHowFarItIsBeginsNoTransaction() throws Exception {
        String position = position();
        try (Connection application = pair.replica().connect("shop")) {
            application.setAutoCommit(false);
            assertThat(dialect.progress(application, position).unsuitable()).isNull();
            assertThat(ReplicatedShop.ask(application, "select @@in_transaction"))
                    .isEqualTo("0");
        }
    }

    @Test
    void whatIsWrittenOnTheReplicaItselfDoesNotCount() throws Exception {
        pair.pause();
        pair.replica().execute("create or replace table shop.astray (id int)", "drop table shop.astray");
        pair.onPrimary("insert into note values ('late')");
        assertThat(pair.askReplica("select @@global.gtid_current_pos = @@global.gtid_slave_pos"))
                .isEqualTo("0");
        assertThat(progress(pair.replica(), "shop").reached()).isFalse();
        pair.resume();
        awaitReached();
        assertThat(pair.askReplica(COUNT)).isEqualTo("1");
    }

    /** As of a server that has joined the domain. A higher number is no proof then, and {@code MASTER_GTID_WAIT} errs. */
    @Test
    void aSequenceThatGoesDownIsFollowedExactly() throws Exception {
        pair.replica().execute("stop slave");
        String sequence = pair.askPrimary("select substring_index(@@global.gtid_binlog_pos, '-', -1)");
        long high = Long.parseLong(sequence) + 1000;
        pair.primary()
                .execute(
                        "set session server_id = 9, session gtid_seq_no = " + high,
                        "insert into shop.note values ('higher')",
                        "set session server_id = 1, session gtid_seq_no = " + (high - 1),
                        "insert into shop.note values ('lower')");
        pair.replica().execute("start slave until master_gtid_pos = '0-9-" + high + "'");
        Awaitility.await().until(() -> pair.askReplica(COUNT).equals("1"));
        assertThat(pair.askReplica("select master_gtid_wait('0-1-" + (high - 1) + "', 0)"))
                .isEqualTo("0");
        Awaitility.await().until(() -> progress(pair.replica(), "shop").paused());
        assertThat(progress(pair.replica(), "shop").reached()).isFalse();
        pair.replica().execute("stop slave", "start slave");
        awaitReached();
        assertThat(pair.askReplica(COUNT)).isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource({
        "'', it is no replica: it has never replayed anything",
        "0-3-1, but server 3 has written nothing in domain 0 of the primary (server_id 1)"
    })
    void aServerThatFollowsNobodyOrAnotherOneIsUnsuitable(String replayed, String reason) throws Exception {
        foreign.execute("set global gtid_slave_pos = '" + replayed + "'");
        assertThat(progress(foreign, "shop").unsuitable()).contains(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "replicate_ignore_db, audit, false",
        "replicate_ignore_db, 'mysql,audit', false",
        "replicate_do_db, mysql, false",
        "replicate_wild_ignore_table, shop.log%, false",
        "replicate_ignore_db, mysql, true",
        "replicate_wild_ignore_table, mysql.%, true"
    })
    void aReplicaThatLeavesOutSomethingIsUnsuitable(String filter, String value, boolean suitable) throws Exception {
        pair.replica().execute("stop slave", "set global " + filter + " = '" + value + "'");
        String reason = progress(pair.replica(), "shop").unsuitable();
        if (suitable) {
            assertThat(reason).isNull();
        } else {
            assertThat(reason).contains(filter + " is '" + value + "'");
        }
    }

    @Test
    void aPrimaryThatHasNoExactPositionSaysWhatToDo() throws Exception {
        SoftAssertions soft = new SoftAssertions();
        assertNoPosition(soft, foreign, "log_bin is OFF", "start it with --log-bin");
        awaitReached();
        assertNoPosition(soft, pair.replica(), "it is a replica itself", "connect the unit to the primary");
        pair.pause();
        pair.replica().execute("reset master");
        assertNoPosition(soft, pair.replica(), "its binary log is empty", "CREATE DATABASE");
        pair.replica().execute("create or replace table shop.astray (id int)", "drop table shop.astray");
        assertNoPosition(soft, pair.replica(), "binlog_ignore_db is 'audit'", "start it without this filter");
        soft.assertAll();
    }

    private void assertNoPosition(SoftAssertions soft, MariaDbServer server, String... parts) throws SQLException {
        try (Connection connection = server.connect("shop")) {
            soft.assertThatThrownBy(() -> dialect.position(connection))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContainingAll(parts);
        }
    }

    @Test
    void whatAReplicaCannotBearIsSaidBeforeItIsPaused() throws Exception {
        SoftAssertions soft = new SoftAssertions();
        soft.assertThat(obstacles(pair.replica())).isEmpty();
        soft.assertThat(obstacles(foreign))
                .anyMatch(text -> text.contains("stops receiving at 1000000 bytes"))
                .anyMatch(text -> text.contains("CHANGE MASTER TO was never called"));
        foreign.execute(pair.changeMaster("'far'"), "set global gtid_slave_pos = '0-1-999999'");
        try {
            soft.assertThat(obstacles(foreign))
                    .anyMatch(text -> text.contains("the connection names 'far'"))
                    .anyMatch(text -> text.contains("Slave_IO_Running is 'No'"))
                    .anyMatch(text -> text.contains("it has replayed more (0-1-999999)"));
        } finally {
            foreign.execute("reset slave 'far' all");
        }
        pair.replica().execute("stop slave", "change master to ignore_domain_ids = (7)", "start slave");
        Awaitility.await().until(() -> pair.isReceiving());
        soft.assertThat(obstacles(pair.replica()))
                .hasSize(1)
                .allMatch(text -> text.contains("Replicate_Ignore_Domain_Ids is '7'"));
        soft.assertAll();
    }

    private List<String> obstacles(MariaDbServer replica) throws SQLException {
        try (Connection primary = pair.primary().connect("shop");
                Connection connection = replica.connect("admin")) {
            return dialect.obstaclesToPausing(primary, connection);
        }
    }

    @Test
    void whoeverReadsTheStateOfAPausedReplicaIsToldThatItHasStopped() throws Exception {
        pair.pause();
        ReplicaProgress paused = progress(pair.replica(), "shop");
        assertThat(paused.paused()).isTrue();
        assertThat(paused.at()).endsWith(", where its SQL thread has stopped");
        pair.resume();
        assertThat(progress(pair.replica(), "shop").paused()).isFalse();
    }
}
