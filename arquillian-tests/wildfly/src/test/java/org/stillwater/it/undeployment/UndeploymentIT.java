package org.stillwater.it.undeployment;

import org.junit.jupiter.api.Test;

class UndeploymentIT extends AbstractUndeploymentIT {
    /** WildFly waits for it, too, before it stops anything else of the application. */
    @Test
    void a_drain_waits_for_the_write_of_a_request_while_its_application_is_undeployed() throws Exception {
        isWaitedFor("ejb", () -> {});
    }
}
