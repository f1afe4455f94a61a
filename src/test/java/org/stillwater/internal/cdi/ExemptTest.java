package org.stillwater.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stillwater.ReadOnlyControl;
import org.stillwater.ReadOnlyModeException;
import org.stillwater.Writes;
import org.stillwater.internal.log.LogRecorder;

class ExemptTest {
    private final WeldApplication application = WeldApplication.of(Ledger.class);
    private final ReadOnlyControl control = application.get(ReadOnlyControl.class);
    private final Ledger ledger = application.get(Ledger.class);

    @AfterEach
    void stop() {
        application.close();
    }

    @Test
    void writesAreLetThroughInTheBlockAndNotAfterIt() {
        application.enter("r");
        int size = control.exempt("a test", () -> ledger.add("in the block"));
        assertThat(size).isEqualTo(1);
        assertThatThrownBy(() -> ledger.add("after it")).isInstanceOf(ReadOnlyModeException.class);
        assertThat(ledger.lines()).containsExactly("in the block");
    }

    @Test
    void workWithoutAResultMayThrowWhatItDeclares() {
        application.enter("r");
        assertThatThrownBy(() -> control.exempt("a test", () -> {
                    throw new IOException("of the work");
                }))
                .isInstanceOf(IOException.class);
        assertThat(application.flags().isReadOnly()).isTrue();
    }

    @Test
    void eachPlaceIsLoggedOnce() {
        try (LogRecorder log = LogRecorder.of("org.stillwater.cdi")) {
            control.exempt("in normal mode", () -> ledger.add("a"));
            application.enter("r");
            for (int i = 0; i < 3; i++) {
                control.exempt("the first place", () -> ledger.add("b"));
            }
            control.exempt("the second place", () -> ledger.add("c"));
            assertThat(log.messages())
                    .filteredOn(message -> message.contains("STILL00510"))
                    .hasSize(2)
                    .allSatisfy(message -> assertThat(message).contains("ExemptTest.eachPlaceIsLoggedOnce"))
                    .anySatisfy(message -> assertThat(message).endsWith("the first place"))
                    .anySatisfy(message -> assertThat(message).endsWith("the second place"));
        }
        assertThat(ledger.lines()).containsExactly("a", "b", "b", "b", "c");
    }

    @ApplicationScoped
    static class Ledger {
        private final List<String> lines = new ArrayList<>();

        @Writes
        int add(String line) {
            lines.add(line);
            return lines.size();
        }

        List<String> lines() {
            return lines;
        }
    }
}
