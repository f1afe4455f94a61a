package org.stillwater.it.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.stillwater.internal.window.EnterResult.Outcome;
import org.stillwater.it.container.ServerPool;

class ShapesIT extends AbstractShapesIT {
    /** One connection; see {@link LostConnectionIT}. */
    @AfterAll
    static void giveBackWhatTheServerHasLost() throws Exception {
        assertThat(ServerPool.inUse()).isOne();
        ServerPool.flush();
    }

    @Test
    void a_transaction_that_timed_out_is_not_waited_for_and_its_thread_writes_no_more() throws Exception {
        CompletableFuture<String> write = hold(TimedOut.AFTER_THE_METHOD);
        assertThat(enter().get().outcome()).isEqualTo(Outcome.ENTERED);
        go("inside");
        awaitHeld("after", write);
        assertThat(get("do=note")).isEqualTo("refused");
        go("after");
        assertThat(write.get()).startsWith("failed").endsWith(", then refused");
        assertThat(rows()).isEmpty();
    }
}
