package org.stillwater.it.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillwater.AccessMode;
import org.stillwater.ReadOnlyModeException;
import org.stillwater.Window;
import org.stillwater.internal.mode.Identity;
import org.stillwater.internal.runtime.ReadOnlyRuntime;
import org.stillwater.internal.store.FileModeStore;
import org.stillwater.internal.window.EnterResult;
import org.stillwater.internal.window.EnterResult.Outcome;
import org.stillwater.spi.ModeSnapshot;
import org.stillwater.spi.ReplicaOrder;
import org.stillwater.spi.ReplicaReport.State;

/** A replica that holds still while the primary is taken apart. */
abstract class AbstractFrozenReplicaIT {
    static final String OLD_SCHEMA = "select text from note";
    private static final String NEW_SCHEMA = "select words from note";
    private static final String MIGRATION = "alter table note rename column text to words";
    private static final Duration SHORT = Duration.ofSeconds(3);

    @TempDir
    Path directory;

    ReplicatedShop shop;

    abstract ReplicaPair pair();

    /** Whether the replica has been told to stay as it is, as it says itself. */
    abstract boolean isPaused() throws SQLException;

    @BeforeEach
    void start() throws Exception {
        pair().onPrimary(
                        "drop table if exists note",
                        "create table note (text varchar(100))",
                        "insert into note values ('kept')");
        Awaitility.await()
                .ignoreExceptions()
                .until(() -> pair().askReplica(OLD_SCHEMA).equals("kept"));
        shop = shop("read");
    }

    ReplicatedShop shop(String frozen) {
        return new ReplicatedShop(
                pair().primaryUrl(),
                pair().replicaUrl(),
                Map.of("stillwater.store", directory.toString(), "stillwater.frozen-replica", frozen));
    }

    @AfterEach
    void stop() throws Exception {
        try (FileModeStore store = FileModeStore.open(directory)) {
            store.reset();
        }
        Awaitility.await().until(() -> !isPaused());
        shop.close();
    }

    @Test
    void theOldCodeReadsTheOldSchemaWhateverTheMigrationDoes() throws Exception {
        shop.freeze();
        pair().onPrimary(MIGRATION);
        assertThat(shop.report().state()).isEqualTo(State.FROZEN);
        assertThat(shop.ask(OLD_SCHEMA)).isEqualTo("kept");
        assertThat(shop.ask(pair().whichSide())).isEqualTo("1");
        shop.lift();
        assertThat(shop.ask(NEW_SCHEMA)).isEqualTo("kept");
        Awaitility.await().until(() -> shop.report().state() == State.IDLE);
        assertThat(pair().askReplica(NEW_SCHEMA))
                .as("the replica has caught up")
                .isEqualTo("kept");
    }

    @Test
    void nobodyReadsThePrimaryAnyMoreWhenFreezingIsDone() throws Exception {
        for (int i = 0; i < 10; i++) {
            shop.freeze();
            assertThat(shop.ask(pair().whichSide())).isEqualTo("1");
            shop.lift();
            Awaitility.await().until(() -> shop.report().state() == State.IDLE);
        }
    }

    @Test
    void aReplicaThatSomebodyElseHasPausedIsNotFrozen() throws Exception {
        pair().pause();
        try {
            EnterResult result = shop.tryEnter(true, SHORT);
            assertThat(result.outcome()).isEqualTo(Outcome.NOT_FROZEN);
            assertThat(result.progress().notFrozen())
                    .singleElement()
                    .asString()
                    .contains("data source 'shop'", "paused already")
                    .contains(ReplicatedShop.REPLICA);
            assertThat(ReadOnlyRuntime.current().state().mode()).isEqualTo(AccessMode.READ_WRITE);
            shop.write("insert into note values ('goes on')");
            assertThat(isPaused()).as("by whoever did it").isTrue();
        } finally {
            pair().resume();
        }
    }

    @Test
    void aFrozenReplicaThatGoesOnIsNotReadAndNeitherIsThePrimary() throws Exception {
        shop.freeze();
        pair().onPrimary(MIGRATION);
        pair().resume();
        assertThatThrownBy(() -> shop.ask(OLD_SCHEMA))
                .isInstanceOf(ReadOnlyModeException.class)
                .hasMessageContainingAll(ReplicatedShop.REPLICA, "not paused any more");
        assertThatThrownBy(() -> shop.ask(NEW_SCHEMA)).isInstanceOf(ReadOnlyModeException.class);
        shop.lift();
        assertThat(shop.ask(NEW_SCHEMA)).isEqualTo("kept");
    }

    @Test
    void whileAFrozenReplicaIsGoneNothingIsRead() throws Exception {
        shop.freeze();
        pair().stopReplica();
        try {
            assertThatThrownBy(() -> shop.ask(OLD_SCHEMA)).isInstanceOf(ReadOnlyModeException.class);
            shop.lift();
            assertThat(shop.ask(OLD_SCHEMA)).isEqualTo("kept");
        } finally {
            pair().startReplica();
        }
        Awaitility.await().until(() -> shop.report().state() == State.IDLE);
    }

    @Test
    void anApplicationThatComesInTheWindowReadsTheFrozenReplica() throws Exception {
        shop.freeze();
        shop.close();
        pair().onPrimary(MIGRATION);
        shop = shop("read");
        assertThat(shop.ask(OLD_SCHEMA)).as("who comes first waits").isEqualTo("kept");
        assertThat(shop.report().state()).isEqualTo(State.FROZEN);
    }

    @Test
    void theNewVersionReadsThePrimary() throws Exception {
        shop.freeze();
        shop.close();
        pair().onPrimary(MIGRATION);
        shop = shop("ignore");
        assertThat(shop.ask(NEW_SCHEMA)).isEqualTo("kept");
        assertThat(shop.await(State.PASSED_OVER).detail()).contains("stillwater.frozen-replica");
        assertThat(isPaused()).as("for the old version").isTrue();
    }

    @Test
    void whatWasFrozenByAnApplicationThatIsGoneGoesOnWhenItIsBack() throws Exception {
        shop.freeze();
        shop.close();
        try (FileModeStore store = FileModeStore.open(directory)) {
            ModeSnapshot frozen = store.read();
            assertThat(store.compareAndSet(frozen, frozen.aborted())).isTrue();
        }
        assertThat(isPaused()).isTrue();
        shop = shop("read");
        Awaitility.await().until(() -> !isPaused());
        assertThat(shop.ask(pair().whichSide())).isEqualTo("0");
    }

    @Test
    void aToolThatDiesWhileItFreezesLeavesNothingFrozen() throws Exception {
        try (FileModeStore store = FileModeStore.open(directory)) {
            Window window = new Window("test", null, Identity.thisProcess(), Instant.now(), null);
            ModeSnapshot draining =
                    replace(store, store.read().draining(window, Instant.now().plusSeconds(4), ReplicaOrder.CHECK));
            shop.await(State.CHECKED);
            ModeSnapshot catchingUp = replace(store, draining.ordering(ReplicaOrder.CATCH_UP));
            shop.await(State.READY);
            replace(store, catchingUp.ordering(ReplicaOrder.FREEZE));
            shop.await(State.FROZEN);
            assertThat(isPaused()).isTrue();
            Awaitility.await().until(() -> store.read().mode() == AccessMode.READ_WRITE);
            Awaitility.await().until(() -> !isPaused());
        }
    }

    private static ModeSnapshot replace(FileModeStore store, ModeSnapshot next) {
        assertThat(store.compareAndSet(store.read(), next)).isTrue();
        return next;
    }

    @Test
    void aReaderThatBeganOnThePrimaryEndsThereBeforeTheMigration() throws Exception {
        try (Connection before = shop.data.getConnection()) {
            before.setAutoCommit(false);
            assertThat(ReplicatedShop.ask(before, OLD_SCHEMA)).isEqualTo("kept");
            CompletableFuture<Outcome> freezing = CompletableFuture.supplyAsync(
                    () -> shop.tryEnter(true, Duration.ofSeconds(30)).outcome(), task -> new Thread(task).start());
            shop.await(State.CLEARING);
            assertThat(freezing).as("the migration must wait").isNotDone();
            assertThat(ReplicatedShop.ask(before, pair().whichSide())).isEqualTo("0");
            assertThat(shop.ask(pair().whichSide())).as("whoever comes now").isEqualTo("1");
            before.commit();
            assertThat(freezing.get(20, TimeUnit.SECONDS)).isEqualTo(Outcome.ENTERED);
            assertThat(ReplicatedShop.ask(before, pair().whichSide())).isEqualTo("1");
        }
    }

    @Test
    void aReaderThatDoesNotEndIsNamed() throws Exception {
        try (Connection before = shop.data.getConnection()) {
            before.setAutoCommit(false);
            assertThat(ReplicatedShop.ask(before, OLD_SCHEMA)).isEqualTo("kept");
            EnterResult result = shop.tryEnter(true, SHORT);
            assertThat(result.outcome()).isEqualTo(Outcome.NOT_FROZEN);
            assertThat(result.progress().notFrozen())
                    .singleElement()
                    .asString()
                    .endsWith("transactions that began before and still read the primary: 1");
            before.rollback();
        }
        shop.write("insert into note values ('goes on')");
    }
}
