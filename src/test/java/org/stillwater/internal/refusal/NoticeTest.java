package org.stillwater.internal.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillwater.AccessMode.DRAINING;
import static org.stillwater.AccessMode.READ_ONLY;
import static org.stillwater.AccessMode.READ_WRITE;

import java.time.Instant;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stillwater.Window;
import org.stillwater.internal.mode.ModeState;
import org.stillwater.spi.ModeSnapshot;

class NoticeTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void promisesTheExpectedEndInWholeSecondsRoundedUp() {
        assertThat(until(NOW.plusSeconds(90)).retryAfterSeconds(NOW)).isEqualTo(90);
        assertThat(until(NOW.plusMillis(1500)).retryAfterSeconds(NOW)).isEqualTo(2);
        assertThat(until(NOW.plusNanos(1)).retryAfterSeconds(NOW)).isEqualTo(1);
    }

    @Test
    void saysHalfAMinuteWhereTheEndIsNotKnown() {
        assertThat(until(null).retryAfterSeconds(NOW)).isEqualTo(30);
    }

    @Test
    void doesNotLetClientsHammerWhenTheExpectedEndIsOver() {
        assertThat(until(NOW).retryAfterSeconds(NOW)).isEqualTo(30);
        assertThat(until(NOW.minusSeconds(5)).retryAfterSeconds(NOW)).isEqualTo(30);
        assertThat(until(NOW.minusSeconds(5)).sentence(NOW, Texts.ENGLISH)).doesNotContain("until");
        assertThat(until(NOW.minusSeconds(5)).stopSentence(NOW, Texts.ENGLISH)).endsWith("cannot be used for now.");
    }

    @Test
    void namesTheZoneAlwaysAndTheDayUnlessItIsToday() {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        try {
            assertThat(until(NOW.plusSeconds(600)).sentence(NOW, Texts.ENGLISH)).endsWith("until about 12:10 UTC.");
            assertThat(until(NOW.plusSeconds(86_400)).sentence(NOW, Texts.ENGLISH))
                    .endsWith("until about 12:00 UTC on 23 November 2026.");
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void asksToTryAgainAtOnceWhenTheWindowWasLiftedMeanwhile() {
        Notice notice = Notice.of(new ModeState(ModeSnapshot.readWrite(3), null));
        assertThat(notice.mode()).isEqualTo(READ_WRITE);
        assertThat(notice.retryAfterSeconds(NOW)).isEqualTo(1);
        assertThat(notice.sentence(NOW, Texts.ENGLISH)).contains("try again");
        assertThat(notice.stopSentence(NOW, Texts.ENGLISH)).contains("try again");
        assertThat(notice.members().keySet()).containsExactly("mode", "epoch", "since", "expectedEnd");
    }

    @Test
    void tellsWhetherReadOnlyModeIsVerified() {
        ModeSnapshot draining = ModeSnapshot.INITIAL.draining(window(null), NOW.plusSeconds(30));
        assertThat(members(draining)).containsEntry("mode", DRAINING.name()).doesNotContainKey("verified");
        assertThat(members(draining.readOnly(true))).containsEntry("verified", true);
        assertThat(members(draining.readOnly(false))).containsEntry("verified", false);
    }

    @Test
    void saysNothingOfTheWindowWhereTheModeIsNotKnown() {
        ModeState broken = new ModeState(ModeSnapshot.INITIAL, "'/var/lib/store' is not readable");
        assertThat(Notice.of(broken).mode()).isEqualTo(READ_ONLY);
        assertThat(Notice.of(broken).retryAfterSeconds(NOW)).isEqualTo(30);
        assertThat(Notice.of(broken).toString()
                        + Notice.of(broken).members()
                        + Notice.of(broken).sentence(NOW, Texts.ENGLISH))
                .doesNotContain("/var/lib");
    }

    private static java.util.Map<String, @Nullable Object> members(ModeSnapshot snapshot) {
        return Notice.of(new ModeState(snapshot, null)).members();
    }

    private static Notice until(@Nullable Instant end) {
        ModeSnapshot snapshot =
                ModeSnapshot.INITIAL.draining(window(end), NOW.plusSeconds(30)).readOnly(true);
        return Notice.of(new ModeState(snapshot, null));
    }

    private static Window window(@Nullable Instant end) {
        return new Window("test", "because", new Window.Owner("root", "host", 1), NOW.minusSeconds(60), end);
    }
}
