package org.stillwater.it.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.stillwater.internal.window.EnterResult.Outcome;

/** With what Payara does in another way: there, no method is called in a transaction that is marked for rollback. */
class TransactionsIT extends AbstractTransactionsIT {
    @Test
    void a_transaction_that_timed_out_is_not_waited_for() throws Exception {
        CompletableFuture<String> write = hold("timing-out");
        assertThat(enter().get().outcome()).isEqualTo(Outcome.ENTERED);
        assertThat(get("held")).isEqualTo("true");
        get("open");
        assertThat(write.get()).startsWith("failed: ");
        assertThat(notes()).isEmpty();
    }

    @Test
    void a_transaction_that_is_marked_for_rollback_is_not_waited_for_after_its_method_returned() throws Exception {
        CompletableFuture<String> write = hold("marked-rollback");
        assertThat(enter().get().outcome()).isEqualTo(Outcome.ENTERED);
        assertThat(get("held")).isEqualTo("true");
        get("open");
        assertThat(write.get()).isEqualTo("done");
    }
}
