package org.stillwater.it.redeployment;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.stillwater.it.container.ServerWorker;

/**
 * A thread that works on WildFly's requests keeps the first of them, and the application that it was for, until it ends:
 * with the library and without.
 */
class RedeploymentIT extends AbstractRedeploymentIT {
    @BeforeEach
    void endIdleThreads() throws Exception {
        ServerWorker.endIdleThreads();
    }

    @AfterEach
    void keepIdleThreads() throws Exception {
        ServerWorker.keepIdleThreads();
    }
}
