package org.stillwater.internal.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillwater.AccessMode;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    /** Draws its bounds, one after the other. */
    private static RandomGenerator always(boolean highest) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new UnsupportedOperationException();
            }

            @Override
            public long nextLong(long bound) {
                return highest ? bound - 1 : 0;
            }
        };
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 11", "30, 30, 40", "100, 100, 120", "300, 300, 360", "7200, 7200, 7260"})
    void isNeverBeforeTheEndAndAfterItByAFifthWithinLimits(long left, long earliest, long latest) {
        assertThat(RetryAfter.seconds(endingIn(left), NOW, always(false))).isEqualTo(earliest);
        assertThat(RetryAfter.seconds(endingIn(left), NOW, always(true))).isEqualTo(latest);
    }

    @Test
    void isNotTheSameSecondForThousandsOfClients() {
        Random random = new Random(42);
        var clientsInASecond = Stream.generate(() -> RetryAfter.seconds(endingIn(300), NOW, random))
                .limit(6_000)
                .collect(Collectors.groupingBy(second -> second, Collectors.counting()));
        assertThat(clientsInASecond).hasSize(61);
        assertThat(clientsInASecond.values()).allMatch(clients -> clients < 200);
    }

    @Test
    void isAnotherOneEachTime() {
        assertThat(Stream.generate(() -> RetryAfter.seconds(endingIn(300), NOW))
                        .limit(1_000)
                        .distinct())
                .hasSizeGreaterThan(10);
    }

    @Test
    void isAtOnceWhereTheWindowWasLiftedMeanwhile() {
        Notice over = new Notice(AccessMode.READ_WRITE, 8, true, null, null, null, null);
        assertThat(RetryAfter.seconds(over, NOW, always(true))).isEqualTo(1);
    }

    private static Notice endingIn(long seconds) {
        return new Notice(AccessMode.READ_ONLY, 7, true, NOW.minusSeconds(60), NOW.plusSeconds(seconds), null, null);
    }
}
