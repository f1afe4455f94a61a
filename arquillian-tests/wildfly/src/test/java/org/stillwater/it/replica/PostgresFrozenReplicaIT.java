package org.stillwater.it.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillwater.internal.window.EnterResult;
import org.stillwater.internal.window.EnterResult.Outcome;
import org.stillwater.spi.ReplicaReport.State;

class PostgresFrozenReplicaIT extends AbstractFrozenReplicaIT {
    private static PostgresPair pair;

    @BeforeAll
    static void startBoth(@TempDir Path directory) throws Exception {
        pair = PostgresPair.start(directory);
    }

    @AfterAll
    static void stopBoth() throws Exception {
        pair.close();
    }

    @Override
    ReplicaPair pair() {
        return pair;
    }

    @Override
    boolean isPaused() throws SQLException {
        return "paused".equals(pair.askReplica("select pg_get_wal_replay_pause_state()"));
    }

    @Test
    void aStandbyThatDoesNotReceiveIsNotFrozen() throws Exception {
        String stream = pair.askReplica("show primary_conninfo");
        String receiving = "select count(*) from pg_stat_wal_receiver";
        pair.onReplica("alter system set primary_conninfo = ''", "select pg_reload_conf()");
        try {
            Awaitility.await().until(() -> pair.askReplica(receiving).equals("0"));
            EnterResult result = shop.tryEnter(true, Duration.ofSeconds(5));
            assertThat(result.outcome()).isEqualTo(Outcome.NOT_FROZEN);
            assertThat(result.progress().notFrozen())
                    .singleElement()
                    .asString()
                    .contains("does not receive what the primary writes");
        } finally {
            pair.onReplica("alter system set primary_conninfo = '" + stream + "'", "select pg_reload_conf()");
        }
        Awaitility.await().until(() -> pair.askReplica(receiving).equals("1"));
    }

    @Test
    void aPrimaryThatIsGoneForAWhileIsMissedByNobody() throws Exception {
        shop.freeze();
        pair.onPrimary("alter table note rename column text to words");
        pair.stopPrimary();
        try {
            assertThat(shop.ask(OLD_SCHEMA)).isEqualTo("kept");
        } finally {
            pair.startPrimary();
        }
        assertThat(shop.ask(OLD_SCHEMA)).isEqualTo("kept");
        shop.lift();
        assertThat(shop.ask("select words from note")).isEqualTo("kept");
        Awaitility.await().until(() -> shop.report().state() == State.IDLE);
        assertThat(pair.askReplica("select words from note"))
                .as("it has caught up")
                .isEqualTo("kept");
    }

    @Test
    void aUserWhoMayNotPauseIsToldWhatToDo() throws Exception {
        shop.close();
        pair.onPrimary("drop role if exists reader", "create role reader login", "grant select on note to reader");
        shop = new ReplicatedShop(
                pair.primaryUrl(),
                pair.replicaUrl().replace("user=postgres", "user=reader"),
                Map.of("stillwater.store", directory.toString()));
        EnterResult result = shop.tryEnter(true, Duration.ofSeconds(5));
        assertThat(result.outcome()).isEqualTo(Outcome.NOT_FROZEN);
        assertThat(result.progress().notFrozen())
                .singleElement()
                .asString()
                .contains("user 'reader' may not pause replay", "GRANT EXECUTE ON FUNCTION pg_wal_replay_pause()");
        pair.onPrimary("grant execute on function pg_wal_replay_pause(), pg_wal_replay_resume() to reader");
        shop.freeze();
        assertThat(shop.ask(OLD_SCHEMA)).isEqualTo("kept");
    }
}
