package org.stillwater.it.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stillwater.ReadOnlyModeException;
import org.stillwater.internal.runtime.CachingGuard;
import org.stillwater.internal.runtime.ReadOnlyRuntime;
import org.stillwater.spi.ReplicaReport;
import org.stillwater.spi.ReplicaReport.State;

/** Who reads from where, and that nobody sees the past. */
abstract class AbstractReplicaIT {
    private static final String COUNT = "select count(*) from note";

    ReplicatedShop shop;

    abstract ReplicaPair pair();

    /** Of another primary. */
    abstract String foreignUrl() throws Exception;

    @BeforeEach
    void start() throws Exception {
        pair().onPrimary("drop table if exists note", "create table note (text varchar(100))");
        Awaitility.await()
                .ignoreExceptions()
                .until(() -> pair().askReplica(COUNT).equals("0"));
        shop = new ReplicatedShop(pair(), "primary");
    }

    @AfterEach
    void stop() throws Exception {
        shop.close();
    }

    private String side() throws SQLException {
        return shop.ask(pair().whichSide()).equals("1") ? "replica" : "primary";
    }

    private String side(Connection connection) throws SQLException {
        return ReplicatedShop.ask(connection, pair().whichSide()).equals("1") ? "replica" : "primary";
    }

    @Test
    void readsGoToTheReplicaInReadOnlyModeOnly() throws Exception {
        assertThat(side()).isEqualTo("primary");
        shop.enterAndAwait(State.READY);
        assertThat(side()).isEqualTo("replica");
        shop.lift();
        assertThat(side()).isEqualTo("primary");
        shop.enterAndAwait(State.READY);
        assertThat(side()).as("in the next window").isEqualTo("replica");
    }

    @Test
    void aReplicaThatLagsIsNotRead() throws Exception {
        pair().pause();
        try {
            shop.write("insert into note values ('late')");
            shop.enter();
            assertThat(shop.ask(COUNT)).isEqualTo("1");
            assertThat(side()).isEqualTo("primary");
            assertThat(shop.report().state()).isEqualTo(State.BEHIND);
        } finally {
            pair().resume();
        }
        shop.await(State.READY);
        assertThat(side()).isEqualTo("replica");
        assertThat(shop.ask(COUNT)).isEqualTo("1");
    }

    @Test
    void afterTheLiftNobodySeesThePast() throws Exception {
        try (Connection kept = shop.data.getConnection()) {
            assertThat(side(kept)).isEqualTo("primary");
            shop.enterAndAwait(State.READY);
            assertThat(side(kept)).isEqualTo("replica");
            pair().pause();
            shop.lift();
            shop.write("insert into note values ('after the window')");
            assertThat(shop.ask(COUNT)).isEqualTo("1");
            assertThat(ReplicatedShop.ask(kept, COUNT))
                    .as("a connection that was kept")
                    .isEqualTo("1");
        } finally {
            pair().resume();
        }
    }

    @Test
    void aTransactionNeverChangesSides() throws Exception {
        try (Connection before = shop.data.getConnection()) {
            before.setAutoCommit(false);
            assertThat(side(before)).isEqualTo("primary");
            shop.enterAndAwait(State.READY);
            assertThat(side(before)).isEqualTo("primary");
            before.commit();
            assertThat(side(before)).isEqualTo("replica");
            shop.lift();
            assertThat(side(before)).isEqualTo("replica");
            before.commit();
            assertThat(side(before)).isEqualTo("primary");
        }
    }

    @Test
    void whatWasReadBeforeTheLiftAndGetsIntoACacheAfterItIsForgotten() throws Exception {
        AtomicInteger emptied = new AtomicInteger();
        CachingGuard cache = emptied::incrementAndGet;
        ReadOnlyRuntime.addGuard(cache);
        try (Connection reading = shop.data.getConnection()) {
            reading.setAutoCommit(false);
            shop.enterAndAwait(State.READY);
            assertThat(side(reading)).isEqualTo("replica");
            shop.lift();
            assertThat(emptied).hasValue(1);
            reading.close();
            Awaitility.await().until(() -> emptied.get() == 2);
        } finally {
            ReadOnlyRuntime.removeGuard(cache);
        }
    }

    @Test
    void aWriteIsRefusedOnTheReplicaToo() throws Exception {
        shop.enterAndAwait(State.READY);
        assertThatThrownBy(() -> shop.write("insert into note values ('refused')"))
                .isInstanceOf(ReadOnlyModeException.class)
                .hasMessageContaining("window 'test'");
        assertThat(pair().askPrimary(COUNT)).isEqualTo("0");
        assertThat(shop.ask(COUNT)).isEqualTo("0");
    }

    @Test
    void aReplicaThatIsGoneIsMissedByNobodyAndReadAgainWhenItIsBack() throws Exception {
        shop.enterAndAwait(State.READY);
        try (Connection kept = shop.data.getConnection()) {
            assertThat(side(kept)).isEqualTo("replica");
            pair().stopReplica();
            try {
                assertThat(side()).isEqualTo("primary");
                assertThat(shop.report().state()).isEqualTo(State.UNUSABLE);
                assertThat(side(kept)).as("a connection that was kept").isEqualTo("primary");
            } finally {
                pair().startReplica();
            }
            shop.await(State.READY);
            assertThat(side()).isEqualTo("replica");
            assertThat(side(kept)).isEqualTo("replica");
        }
    }

    @Test
    void aKeptConnectionToAReplicaThatIsGoneFailsOnce() throws Exception {
        shop.enterAndAwait(State.READY);
        try (Connection kept = shop.data.getConnection()) {
            kept.setAutoCommit(false);
            assertThat(side(kept)).isEqualTo("replica");
            pair().stopReplica();
            try {
                assertThatThrownBy(() -> side(kept))
                        .as("its transaction is broken")
                        .isInstanceOf(SQLException.class);
                assertThatThrownBy(kept::rollback).isInstanceOf(SQLException.class);
                shop.await(State.UNUSABLE);
                assertThat(side(kept)).as("the next one").isEqualTo("primary");
            } finally {
                pair().startReplica();
            }
        }
    }

    /** Only this very connection was asked; behind the same name there may be another server by now. */
    @Test
    void aConnectionThatWasKeptFromOneWindowToTheNextIsAskedAgain() throws Exception {
        try (Connection kept = shop.data.getConnection()) {
            shop.enterAndAwait(State.READY);
            assertThat(side(kept)).isEqualTo("replica");
            String session = ReplicatedShop.ask(kept, pair().session());
            shop.lift();
            shop.write("insert into note values ('between')");
            shop.enterAndAwait(State.READY);
            assertThat(side(kept)).isEqualTo("replica");
            assertThat(ReplicatedShop.ask(kept, pair().session())).isNotEqualTo(session);
        }
    }

    @Test
    void aStatementThatWasKeptDoesNotReadThePastAfterTheLift() throws Exception {
        shop.enterAndAwait(State.READY);
        try (Connection kept = shop.data.getConnection();
                PreparedStatement count = kept.prepareStatement(COUNT)) {
            assertThat(first(count)).isEqualTo("0");
            pair().pause();
            shop.lift();
            shop.write("insert into note values ('after the window')");
            assertThatThrownBy(() -> first(count))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Prepare it again");
            assertThat(ReplicatedShop.ask(kept, COUNT)).isEqualTo("1");
        } finally {
            pair().resume();
        }
    }

    @Test
    void aStatementThatWasPreparedBeforeTheWindowWritesNothingInIt() throws Exception {
        pair().onPrimary(pair().writingFunction());
        Awaitility.await()
                .ignoreExceptions()
                .until(() -> pair().askReplica(COUNT).equals("0"));
        try (Connection kept = shop.data.getConnection()) {
            kept.setAutoCommit(false);
            PreparedStatement writing = kept.prepareStatement("select write_note()");
            kept.commit();
            shop.enterAndAwait(State.READY);
            assertThat(side(kept)).isEqualTo("replica");
            kept.commit();
            assertThatThrownBy(() -> first(writing)).isInstanceOf(ReadOnlyModeException.class);
            kept.rollback();
            assertThat(side(kept)).isEqualTo("replica");
            kept.commit();
        }
        assertThat(pair().askPrimary(COUNT)).isEqualTo("0");
    }

    private static String first(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void underThePolicyFailAReplicaThatIsGoneIsNotReplaced() throws Exception {
        shop.close();
        shop = new ReplicatedShop(pair(), "fail");
        shop.enterAndAwait(State.READY);
        pair().stopReplica();
        try {
            assertThatThrownBy(this::side)
                    .isInstanceOf(ReadOnlyModeException.class)
                    .hasMessageContainingAll(ReplicatedShop.REPLICA, "stillwater.replica-policy is 'fail'");
            shop.lift();
            assertThat(side()).isEqualTo("primary");
        } finally {
            pair().startReplica();
        }
    }

    @Test
    void theReplicaOfAnotherPrimaryIsNotRead() throws Exception {
        shop.close();
        shop = new ReplicatedShop(pair().primaryUrl(), foreignUrl(), "primary");
        shop.enter();
        ReplicaReport report = shop.await(State.UNUSABLE);
        assertThat(report.detail()).isNotBlank();
        assertThat(side()).isEqualTo("primary");
    }

    @Test
    void thePrimaryIsNoReplicaOfItself() throws Exception {
        shop.close();
        shop = new ReplicatedShop(pair().primaryUrl(), pair().primaryUrl(), "primary");
        shop.enter();
        assertThat(shop.await(State.UNUSABLE).detail()).startsWith("it ");
    }
}
