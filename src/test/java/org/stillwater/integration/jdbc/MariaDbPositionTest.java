package org.stillwater.integration.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MariaDbPositionTest {
    private static final String PRIMARY = "1";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // written | end | replayed | reached
                "0-1-7         | 0-1-7         | 0-1-7         | true",
                "0-1-7         | 0-1-7         | 0-1-6         | false",
                "0-1-7         | 0-1-7         | 0-1-8         | true",
                "0-1-7         | 0-1-7         | ''            | false",
                "0-1-7         | 0-1-7         | 3-1-9         | false",
                "0-1-7,3-1-2   | 0-1-7,3-1-2   | 3-1-2,0-1-7   | true",
                "0-1-7,3-1-2   | 0-1-7,3-1-2   | 0-1-7         | false",
                "0-1-7,3-1-2   | 0-1-7,3-1-2   | 0-1-9,3-1-1   | false",
                "0-1-9         | 0-1-9         | 0-1-10        | true",
                "0-1-9223372036854775807 | 0-1-9223372036854775807 | 0-1-9223372036854775808 | true",
                // the sequence went down in the log
                "0-1-100,0-2-99 | 0-2-99       | 0-1-100       | false",
                "0-1-100,0-2-99 | 0-2-99       | 0-2-99        | true",
                "0-1-100,0-2-99 | 0-2-99       | 0-1-101       | true",
                // another one was written between the two questions
                "0-1-7         | 0-1-8         | 0-1-7         | false",
                "0-1-7         | 0-1-8         | 0-1-8         | true",
                "''            | 0-1-1         | 0-1-1         | true",
            })
    void isReachedByWhoHasReplayedAllOfIt(String written, String end, String replayed, boolean reached) {
        assertThat(position(written, end).isReached(MariaDbGtid.list(replayed))).isEqualTo(reached);
    }

    @ParameterizedTest
    @CsvSource({"1, ''", "1, 0-1-7", "2, 0-3-9", "2, '5-1-1,0-3-9'"})
    void objectsToWhoHasAnothersTransactions(long server, String replayed) {
        assertThat(position("0-1-7,0-4-3", "0-1-7").objectionTo(server, MariaDbGtid.list(replayed)))
                .contains("server_id");
    }

    @ParameterizedTest
    @CsvSource({"2, ''", "2, 0-1-6", "2, 0-1-8", "2, 0-4-3", "2, '0-1-7,5-3-1'"})
    void doesNotObjectToWhatMayBeAReplica(long server, String replayed) {
        assertThat(position("0-1-7,0-4-3", "0-1-7").objectionTo(server, MariaDbGtid.list(replayed)))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"0-1-7, false", "0-1-8, true", "0-1-6, false", "5-1-9, false", "'0-1-7,3-1-3', true"})
    void isExceededByWhoIsFurtherThanThePrimary(String replayed, boolean exceeded) {
        assertThat(position("0-1-7,3-1-2", "0-1-7,3-1-2").isExceededBy(MariaDbGtid.list(replayed)))
                .isEqualTo(exceeded);
    }

    @Test
    void isTheSameAfterParsingItsText() {
        MariaDbPosition position = position("0-1-7,0-4-18446744073709551615", "0-1-7");
        assertThat(MariaDbPosition.parse(position.toString())).isEqualTo(position);
        assertThat(position).hasToString("1;0-1-7,0-4-18446744073709551615 0-1-7");
    }

    private static MariaDbPosition position(String written, String end) {
        return MariaDbPosition.parse(PRIMARY + ";" + written + " " + end);
    }
}
