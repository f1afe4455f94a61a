package org.stillwater.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.test.spi.event.suite.AfterClass;

/** After each test class, when its applications are gone: they have given back every connection that they took. */
final class PoolCheck {
    void allAreBack(@Observes(precedence = -100) AfterClass event) throws IOException {
        try {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(ServerPool.inUse())
                            .as("connections in use after "
                                    + event.getTestClass().getName())
                            .isZero());
        } finally {
            // Nobody else is to be blamed.
            ServerPool.flush();
        }
    }
}
