package org.stillwater.internal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stillwater.internal.database.ConnectionSource;
import org.stillwater.internal.mode.DrainAnswer;
import org.stillwater.spi.DrainVerdict.State;
import org.stillwater.spi.OpenWrites;
import org.stillwater.spi.OpenWrites.Transaction;
import org.stillwater.spi.Report;

class OpenWritesQuestionTest {
    private static final Instant FIRST_ASKED = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant LATER = FIRST_ASKED.plusSeconds(1);

    private final OpenWritesQuestion question = new OpenWritesQuestion(new NoConnections());

    @Test
    void nothingOpenIsVerified() {
        assertThat(ask(FIRST_ASKED)).isEqualTo(DrainAnswer.verified("PostgreSQL"));
    }

    @Test
    void whatWasOpenAtFirstIsWaitedForWhateverTheClockSays() {
        Transaction fromTheFuture = transaction("1", LATER);
        assertThat(waitedFor(ask(FIRST_ASKED, fromTheFuture))).containsExactly("1");
        assertThat(waitedFor(ask(LATER, fromTheFuture))).containsExactly("1");
        assertThat(ask(LATER).state()).isEqualTo(State.VERIFIED);
    }

    @Test
    void whatBeganBeforeAndWroteLaterIsWaitedFor() {
        ask(FIRST_ASKED, transaction("1", FIRST_ASKED.minusSeconds(9)));
        assertThat(waitedFor(ask(LATER, transaction("2", FIRST_ASKED)))).containsExactly("2");
    }

    @Test
    void whatBeganLaterIsNotWaitedFor() {
        ask(FIRST_ASKED, transaction("1", FIRST_ASKED.minusSeconds(9)));
        assertThat(ask(LATER, transaction("2", FIRST_ASKED.plusNanos(1000))).state())
                .isEqualTo(State.VERIFIED);
    }

    @Test
    void whatDoesNotTellItsBeginningIsWaitedFor() {
        ask(FIRST_ASKED, transaction("1", FIRST_ASKED.minusSeconds(9)));
        assertThat(waitedFor(ask(LATER, transaction("prepared/x", null)))).containsExactly("prepared/x");
    }

    private DrainAnswer ask(Instant now, Transaction... open) {
        return question.judge("PostgreSQL", new OpenWrites(now, List.of(open)));
    }

    private static Transaction transaction(String id, @Nullable Instant began) {
        return new Transaction(id, began, id, "somewhere", Duration.ZERO);
    }

    private static List<String> waitedFor(DrainAnswer answer) {
        assertThat(answer.state()).isEqualTo(State.WAITING);
        return answer.open().stream().map(Report.Straggler::what).toList();
    }

    private static final class NoConnections implements ConnectionSource {
        @Override
        public Connection borrow() {
            throw new AssertionError();
        }

        @Override
        public void giveBack(Connection connection) {
            throw new AssertionError();
        }
    }
}
