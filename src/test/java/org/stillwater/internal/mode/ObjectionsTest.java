package org.stillwater.internal.mode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillwater.internal.log.LogRecorder;

class ObjectionsTest extends AbstractModeMachineTest {
    private final List<String> asked = new ArrayList<>();

    ObjectionsTest() {
        super(Timing.of(Duration.ofHours(1), Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    @Test
    void areReportedTogetherWithTheEpochThatTheyAreAbout() {
        machine.mayObject(window -> List.of("not while the books of " + window.name() + " are closed", "nor later"));
        machine.start();
        assertThat(report().objections()).isEmpty();
        enter(LATER);
        assertThat(report().epoch()).isOne();
        assertThat(report().objections()).containsExactly("not while the books of w are closed", "nor later");
    }

    @Test
    void areAskedForOnceADrainAndForgottenAfterwards() {
        machine.mayObject(window -> {
            asked.add(window.name());
            return List.of("no");
        });
        machine.start();
        synchronized (machine) {
            enter(LATER);
            machine.tick();
            assertThat(asked).hasSize(1);
            lift();
            assertThat(report().objections()).isEmpty();
            enter(LATER);
            assertThat(asked).hasSize(2);
            assertThat(report().objections()).containsExactly("no");
        }
    }

    @Test
    void whoFailsObjects() {
        try (LogRecorder log = LogRecorder.of("org.stillwater.mode")) {
            machine.mayObject(window -> {
                throw new IllegalStateException("the books cannot be read");
            });
            machine.start();
            enter(LATER);
            assertThat(report().objections()).singleElement().asString().contains("the books cannot be read");
            assertThat(log.messages())
                    .filteredOn(line -> line.startsWith("STILL00210"))
                    .hasSize(1);
        }
    }
}
