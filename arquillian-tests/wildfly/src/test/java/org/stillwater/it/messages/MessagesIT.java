package org.stillwater.it.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.stillwater.it.ServerLog;
import org.stillwater.it.container.Management;

@Tag("messaging")
class MessagesIT extends AbstractMessagesIT {
    /** Each time-out would count an attempt, and the tenth would send the message to the dead letter queue. */
    @Test
    void in_a_window_that_lasts_longer_than_transactions_may_the_delivery_is_paused() throws Exception {
        setTransactionTimeout(3);
        try {
            operator.enter();
            send(1);
            await().until(() -> held() > 0);
            await().until(() -> isPaused());
            send(MANY);
            await().until(() -> held() == 0);
            assertThat(texts()).isEmpty();
        } finally {
            setTransactionTimeout(300);
        }
        operator.leave();

        await().until(() -> texts().size() > MANY);
        assertThat(texts()).hasSize(MANY + 1);
        assertThat(attempts()).containsExactlyInAnyOrder("1", "2");
        await().until(() -> send(0) == 0);
    }

    private static boolean isPaused() throws IOException {
        return !ServerLog.find("STILL00807: .*" + Receiver.class.getName()).isEmpty();
    }

    private static void setTransactionTimeout(int seconds) throws IOException {
        Management.write("default-timeout", seconds, "subsystem", "transactions");
    }
}
