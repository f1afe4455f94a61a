package org.stillwater.it.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.stillwater.it.Leftovers;
import org.stillwater.it.container.Management;

@Tag("messaging")
class MessagesIT extends AbstractMessagesIT {
    private static final int AS_SHIPPED = 300;

    @AfterEach
    void resetTransactionTimeout() throws IOException {
        setTransactionTimeout(AS_SHIPPED);
    }

    /** Each time-out would count an attempt, and the tenth would send the message to the dead letter queue. */
    @Test
    void in_a_window_that_lasts_longer_than_transactions_may_the_delivery_is_paused() throws Exception {
        sendOneUntilTheDeliveryIsPaused();
        send(MANY);
        await().until(() -> held() == 0);
        assertThat(texts()).isEmpty();

        operator.leave();

        await().until(() -> texts().size() > MANY);
        assertThat(texts()).hasSize(MANY + 1);
        assertThat(attempts()).containsExactlyInAnyOrder("1", "2");
        await().until(() -> waiting().equals("0"));
        assertThat(isDelivering()).isTrue();
    }

    @Test
    void a_delivery_that_is_paused_leaves_nothing_behind_and_goes_on_when_the_application_is_back() throws Exception {
        sendOneUntilTheDeliveryIsPaused();
        deployer.undeploy(APPLICATION);
        await().until(() -> Leftovers.find().isEmpty());
        operator.leave();
        assertThat(texts()).isEmpty();

        deployer.deploy(APPLICATION);

        await().until(() -> !texts().isEmpty());
        assertThat(texts()).containsExactly("message 1");
        assertThat(attempts()).containsExactly("2");
    }

    @Test
    void a_delivery_that_is_paused_goes_on_when_the_server_was_stopped_in_the_window() throws Exception {
        sendOneUntilTheDeliveryIsPaused();
        Management.reload();
        await().until(() -> held() == 1);
        assertThat(isDelivering()).isTrue();
        assertThat(texts()).isEmpty();

        operator.leave();

        await().until(() -> !texts().isEmpty());
        assertThat(texts()).containsExactly("message 1");
        assertThat(attempts()).containsExactly("2");
    }

    /** Afterwards transactions may last as long as shipped again, so that it happens once. */
    private void sendOneUntilTheDeliveryIsPaused() throws Exception {
        setTransactionTimeout(3);
        operator.enter();
        send(1);
        await().until(() -> !isDelivering());
        setTransactionTimeout(AS_SHIPPED);
    }

    private static boolean isDelivering() throws IOException {
        return Management.read(
                        "delivery-active",
                        "deployment",
                        AbstractMessagesIT.class.getSimpleName() + ".war",
                        "subsystem",
                        "ejb3",
                        "message-driven-bean",
                        Receiver.class.getSimpleName())
                .asBoolean();
    }

    private static void setTransactionTimeout(int seconds) throws IOException {
        Management.write("default-timeout", seconds, "subsystem", "transactions");
    }
}
