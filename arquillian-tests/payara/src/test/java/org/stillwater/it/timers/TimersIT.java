package org.stillwater.it.timers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimersIT extends AbstractTimersIT {
    /** What cannot be protected on Payara, with the library or without: see the guide. */
    @Test
    void the_timers_of_an_application_that_is_undeployed_are_removed() throws Exception {
        redeployWhileTimersAreHeld();
        assertThat(ask("direct", "count")).isZero();
        assertThat(held()).isZero();

        operator.leave();

        assertThat(lines()).isEmpty();
    }
}
