package org.stillwater.it.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillwater.internal.window.EnterResult;
import org.stillwater.internal.window.EnterResult.Outcome;

class MariaDbFrozenReplicaIT extends AbstractFrozenReplicaIT {
    private static MariaDbPair pair;

    @BeforeAll
    static void startBoth(@TempDir Path directory) throws Exception {
        pair = MariaDbPair.start(directory);
        pair.primary().execute("grant replication slave admin, replica monitor on *.* to shop@'127.0.0.1'");
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
        return !pair.isReplaying();
    }

    @Test
    void aUserWhoMayNotPauseIsToldWhatToDo() throws Exception {
        pair.primary()
                .execute(
                        "create or replace user reader@'127.0.0.1' identified by 'reader'",
                        "grant select on shop.* to reader@'127.0.0.1'");
        shop.close();
        shop = new ReplicatedShop(
                pair.primaryUrl(), pair.replica().url("reader"), Map.of("stillwater.store", directory.toString()));
        EnterResult result = shop.tryEnter(true, Duration.ofSeconds(5));
        assertThat(result.outcome()).isEqualTo(Outcome.NOT_FROZEN);
        String advice = result.progress().notFrozen().toString();
        assertThat(advice).contains("user reader@127.0.0.1 may not pause it. On the primary");
        String grant = advice.substring(advice.indexOf("GRANT"), advice.lastIndexOf('\'') + 1);
        assertThat(grant).isEqualTo("GRANT REPLICATION SLAVE ADMIN, REPLICA MONITOR ON *.* TO 'reader'@'127.0.0.1'");
        pair.primary().execute(grant);
        shop.freeze();
        assertThat(shop.ask(OLD_SCHEMA)).isEqualTo("kept");
    }
}
