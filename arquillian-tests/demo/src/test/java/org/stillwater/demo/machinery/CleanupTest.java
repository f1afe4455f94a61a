package org.stillwater.demo.machinery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CleanupTest {

    private final List<String> stopped = new ArrayList<>();
    private final Cleanup cleanup = new Cleanup();

    @Test
    void stops_in_reverse_order_and_only_once() throws Exception {
        cleanup.start(() -> () -> stopped.add("database"));
        cleanup.start(() -> () -> stopped.add("server"));

        cleanup.close();
        cleanup.close();

        assertThat(stopped).containsExactly("server", "database");
    }

    @Test
    void stops_the_rest_when_one_cannot_be_stopped() throws Exception {
        cleanup.start(() -> () -> stopped.add("database"));
        cleanup.start(() -> () -> {
            throw new IllegalStateException("stuck");
        });

        PrintStream standardError = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            cleanup.close();
        } finally {
            System.setErr(standardError);
        }

        assertThat(stopped).containsExactly("database");
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("Could not stop", "stuck");
    }

    @Test
    void starts_nothing_that_nobody_would_stop() {
        cleanup.close();

        assertThatIllegalStateException().isThrownBy(() -> cleanup.start(() -> () -> stopped.add("late")));
        assertThatThrownBy(() -> cleanup.pause(Duration.ofMinutes(1))).hasMessage("Stopped");
        assertThat(stopped).isEmpty();
    }
}
