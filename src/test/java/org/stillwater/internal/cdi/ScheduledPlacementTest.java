package org.stillwater.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.Schedule;
import jakarta.ejb.Schedules;
import jakarta.ejb.Stateless;
import jakarta.ejb.Timeout;
import org.junit.jupiter.api.Test;
import org.stillwater.WhenReadOnly;
import org.stillwater.Writes;

class ScheduledPlacementTest {
    @Test
    void namesTheTimersThatCannotCatchUp() {
        assertThat(ScheduledPlacement.complaints(Timers.class))
                .hasSize(2)
                .anySatisfy(text -> assertThat(text).contains("Timers.once", "@Timeout"))
                .anySatisfy(text -> assertThat(text).contains("Timers.several"));
    }

    @Test
    void elsewhereThereAreNoTimers() {
        assertThat(ScheduledPlacement.complaints(NotAnEjb.class)).isEmpty();
    }

    @Stateless
    @Writes
    static class Timers {
        @Schedule
        void once() {}

        @Schedules({@Schedule(hour = "1"), @Schedule(hour = "2")})
        void several() {}

        @Schedule
        @Timeout
        void catchesUp() {}

        @Schedule
        @Writes(WhenReadOnly.SKIP)
        void leftOut() {}

        void business() {}
    }

    @Writes
    static class NotAnEjb {
        @Schedule
        void ignored() {}
    }
}
