package org.stillwater.internal.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stillwater.internal.log.LogRecorder;

class HeldTimersTest {
    private static final Method CALLBACK = HeldTimersTest.class.getDeclaredMethods()[0];
    private static final Instant SOON = Modes.NOW.plusSeconds(59);
    private static final Instant TOMORROW = Modes.NOW.plus(Duration.ofDays(1));

    private final LogRecorder log = LogRecorder.of("org.stillwater.background");
    private final List<Object> created = new ArrayList<>();
    private boolean serviceFails;
    private final HeldTimers timers = timers((timer, callback) -> (CalledTimer) timer);

    @AfterEach
    void closeLog() {
        log.close();
    }

    @Test
    void aSingleActionTimerComesAgainUntilItIsNotRefused() {
        assertThat(hold(single("first"))).isTrue();
        assertThat(hold(single("first again after PT1S"))).isTrue();
        assertThat(created).containsExactly("first again after PT1S", "first again after PT1S again after PT1S");
        assertThat(timers.count()).isOne();
        assertThat(log.messages()).hasSize(1).first().asString().startsWith("STILL00801");
    }

    @Test
    void aTimerThatComesByItselfSoonIsLeftToItself() {
        assertThat(hold(new Called("often", SOON, true))).isTrue();
        assertThat(created).isEmpty();
        assertThat(timers.count()).isZero();
    }

    @Test
    void aTimerThatComesByItselfLaterCatchesUpOnceForEachWindow() {
        assertThat(hold(new Called("daily", TOMORROW, true))).isTrue();
        assertThat(hold(new Called("daily", TOMORROW, true))).isTrue();
        assertThat(created).containsExactly("daily again after PT1S");

        timers.lifted();
        assertThat(timers.count()).isZero();
        assertThat(hold(new Called("daily", TOMORROW, true))).isTrue();
        assertThat(created).hasSize(2);
    }

    @Test
    void oneThatNoOtherTimerCanCallIsLeftOutAndNamedWithItsNextTime() {
        assertThat(hold(new Called("schedule", TOMORROW, false))).isTrue();
        assertThat(created).isEmpty();
        assertThat(log.messages())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("STILL00802")
                .contains(TOMORROW.toString());
    }

    @Test
    void withoutANextTimeTheServerIsTold() {
        assertThat(hold(new Called("schedule", null, false))).isFalse();
    }

    @Test
    void ifItCannotBeCreatedAgainTheServerIsTold() {
        serviceFails = true;
        assertThat(hold(single("lost"))).isFalse();
        assertThat(log.messages()).hasSize(1).first().asString().startsWith("STILL00803");
        assertThat(hold(new Called("daily", TOMORROW, true))).isFalse();

        serviceFails = false;
        assertThat(hold(new Called("daily", TOMORROW, true)))
                .as("the server tries it again")
                .isTrue();
        assertThat(created).hasSize(1);
    }

    @Test
    void withoutATimerServiceTheServerIsTold() {
        assertThat(timers(null).hold(single("unknown"), CALLBACK)).isFalse();
    }

    private HeldTimers timers(@Nullable TimerService service) {
        return new HeldTimers(service, () -> Modes.readOnlyFor(Duration.ZERO), Modes.CLOCK);
    }

    private boolean hold(Called timer) {
        return timers.hold(timer, CALLBACK);
    }

    private Called single(String name) {
        return new Called(name, null, true);
    }

    /** Timers that have the same name are the same. */
    private final class Called implements CalledTimer {
        private final String name;
        private final @Nullable Instant next;
        private final boolean canComeAgain;

        Called(String name, @Nullable Instant next, boolean canComeAgain) {
            this.name = name;
            this.next = next;
            this.canComeAgain = canComeAgain;
        }

        @Override
        public Object timer() {
            return name;
        }

        @Override
        public @Nullable Instant next() {
            return next;
        }

        @Override
        public boolean canComeAgain() {
            return canComeAgain;
        }

        @Override
        public Object comeAgain(Duration later) {
            if (serviceFails) {
                throw new IllegalStateException("The timer service is not there");
            }
            String again = name + " again after " + later;
            created.add(again);
            return again;
        }
    }
}
