package org.stillwater.integration.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.stillwater.spi.DrainVerdict;
import org.stillwater.spi.Report;

/** A database that cannot be asked takes nothing from the drain, and is not called verified. */
class DrainVerdictTest {
    @Test
    void h2IsNotAsked() {
        try (HibernateFixture hibernate = new HibernateFixture()) {
            Report report = hibernate
                    .enterReadOnlyMode(Duration.ofSeconds(5))
                    .progress()
                    .drained()
                    .get(0);
            assertThat(report.drains())
                    .singleElement()
                    .extracting(DrainVerdict::toString)
                    .asString()
                    .startsWith("persistence unit 'parts': counted writes only, because H2 ")
                    .endsWith(" cannot be asked");
            assertThat(report.isDrainVerified()).isFalse();
        }
    }
}
