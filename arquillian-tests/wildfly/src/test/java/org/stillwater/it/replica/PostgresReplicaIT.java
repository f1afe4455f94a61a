package org.stillwater.it.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillwater.spi.ReplicaReport.State;

class PostgresReplicaIT extends AbstractReplicaIT {
    private static PostgresPair pair;
    private static PostgresPair foreign;

    @BeforeAll
    static void startBoth(@TempDir Path directory, @TempDir Path elsewhere) throws Exception {
        pair = PostgresPair.start(directory);
        foreign = PostgresPair.start(elsewhere);
    }

    @AfterAll
    static void stopBoth() throws Exception {
        foreign.close();
        pair.close();
    }

    @Override
    ReplicaPair pair() {
        return pair;
    }

    @Override
    String foreignUrl() {
        return foreign.replicaUrl();
    }

    /** The insert position is behind the header of a page then, where no standby ever comes before the next record. */
    @Test
    void aPrimaryThatIsIdleAfterTheEndOfASegmentIsReached() throws Exception {
        for (int i = 0; i < 3; i++) {
            pair.onPrimary("select pg_switch_wal()");
            shop.enterAndAwait(State.READY);
            assertThat(shop.ask(pair.whichSide())).isEqualTo("1");
            shop.lift();
        }
    }
}
