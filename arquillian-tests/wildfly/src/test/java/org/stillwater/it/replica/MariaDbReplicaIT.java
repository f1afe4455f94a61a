package org.stillwater.it.replica;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class MariaDbReplicaIT extends AbstractReplicaIT {
    private static MariaDbPair pair;
    private static MariaDbServer foreign;

    @BeforeAll
    static void startAll(@TempDir Path directory) throws Exception {
        pair = MariaDbPair.start(directory);
        foreign = MariaDbServer.start(directory, 3);
    }

    @AfterAll
    static void stopAll() throws Exception {
        foreign.close();
        pair.close();
    }

    @Override
    ReplicaPair pair() {
        return pair;
    }

    @Override
    String foreignUrl() {
        return foreign.url("shop");
    }
}
