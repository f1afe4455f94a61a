package org.stillwater.it.timers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimersIT extends AbstractTimersIT {
    /** Payara removes the timers of an application that is undeployed. */
    @Test
    void a_persistent_timer_is_held_across_a_redeployment() throws Exception {
        redeployWhileTimersAreHeld();
        await().until(() -> held() == 1);
        assertThat(lines()).isEmpty();

        operator.leave();

        await().until(() -> ask("direct", "count") == 0);
        assertThat(lines()).containsExactly("line, persistent");
    }
}
