package org.stillwater.internal.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComeBackTest {
    @ParameterizedTest
    @CsvSource({"PT0S, PT1S", "PT10S, PT1S", "PT1M, PT6S", "PT10M, PT1M", "PT10H, PT1M", "-PT1H, PT1S"})
    void isATenthOfTheWindowsAgeWithinBounds(Duration age, Duration later) {
        assertThat(ComeBack.after(Modes.readOnlyFor(age), Modes.CLOCK)).isEqualTo(later);
    }

    @Test
    void isSoonWhereNoWindowIsKnown() {
        assertThat(ComeBack.after(Modes.READ_WRITE, Modes.CLOCK)).isEqualTo(ComeBack.SOONEST);
    }
}
