package org.stillwater.it.standby;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stillwater.it.Operator;
import org.stillwater.spi.ReplicaReport.State;

/**
 * A replica's data source that takes part in JTA transactions. The documentation advises against it: if the replica is gone
 * when a transaction begins, that cannot go to the primary, because a JTA transaction takes one resource without two phases.
 */
@ArquillianTest
@RunAsClient
public abstract class AbstractReplicaWithJtaIT {
    private final Operator operator;

    @ArquillianResource
    private URL base;

    private ShopClient shop;

    protected AbstractReplicaWithJtaIT() {
        operator = Operator.of(getClass());
    }

    @BeforeEach
    void enter() throws Exception {
        shop = new ShopClient(base.toURI(), 1);
        assertSides("primary");
        operator.enter();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(operator.report().replicas())
                        .isNotEmpty()
                        .allMatch(replica -> replica.state() == State.READY));
    }

    @AfterEach
    void leave() {
        shop.open();
        operator.leave();
    }

    private void assertSides(String side) {
        for (Place place : Place.values()) {
            assertThat(shop.side(place)).as("%s", place).isEqualTo(side);
        }
    }

    @Test
    void is_read_in_a_transaction_and_outside_of_one() {
        assertSides("standby");
    }

    @Test
    void a_transaction_ends_where_it_has_begun() throws Exception {
        var within = shop.hold(Place.JDBC_JTA, "pause");
        operator.leave();
        shop.open();
        assertThat(within.get()).isEqualTo("standby standby");
        assertSides("primary");
    }
}
