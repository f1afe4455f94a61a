package org.stillwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillwater.internal.store.FileModeStore;

class AnnounceTest {
    private static final Environment NINE_O_CLOCK = new Environment(
            Map.of(),
            Clock.fixed(Instant.parse("2026-11-22T20:00:00Z"), ZoneId.of("Europe/Berlin")),
            false,
            "stillwater");

    @TempDir
    private Path directory;

    @BeforeEach
    void createStore() {
        FileModeStore.open(directory).close();
    }

    private Cli run(String command) {
        return Cli.run(NINE_O_CLOCK, (Object[]) (command + " --store " + directory).split(" "));
    }

    private JsonObject status() {
        return run("status --json").json();
    }

    @Test
    void tellsWhenAndForHowLongAndOpensNothing() {
        Cli announced = run("announce --at 22:00 --for 10m");
        assertThat(announced.code()).isZero();
        assertThat(announced.out())
                .contains("read-only mode from", "22:00", "to about", "22:10", "stillwater on --store");
        assertThat(status().getString("mode")).isEqualTo("READ_WRITE");
        assertThat(status().getJsonObject("announced").getString("start")).isEqualTo("2026-11-22T21:00:00Z");
        assertThat(status().getJsonObject("announced").getString("expectedEnd")).isEqualTo("2026-11-22T21:10:00Z");
        assertThat(run("status").out()).contains("Announced  read-only mode from", "in 1 h");
    }

    @Test
    void theNextAnnouncementReplacesItAndItCanBeWithdrawn() {
        run("announce --at 22:00");
        run("announce --in 90m");
        assertThat(status().getJsonObject("announced").getString("start")).isEqualTo("2026-11-22T21:30:00Z");
        assertThat(status().getJsonObject("announced").isNull("expectedEnd")).isTrue();
        assertThat(run("announce --withdraw").out()).contains("Nothing is announced");
        assertThat(status().isNull("announced")).isTrue();
        assertThat(run("announce --withdraw").code()).isZero();
    }

    @Test
    void endsWhenTheWindowIsOpened() {
        run("announce --in 5m");
        assertThat(run("on --allow-no-application").code()).isZero();
        assertThat(status().isNull("announced")).isTrue();
        Cli late = run("announce --in 5m");
        assertThat(late.code()).isEqualTo(3);
        assertThat(late.err()).contains("The mode is READ_ONLY, so there is nothing to announce", "stillwater status");
        assertThat(run("announce --in 5m --json").json().getString("outcome")).isEqualTo("window-open");
        run("off");
        assertThat(status().isNull("announced")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--at 2026-11-22T20:59   | --at '2026-11-22T20:59' is over already: it is",
                "--at noon               | --at 'noon' is not a time",
                "--at 22:00 --in 5m      | mutually exclusive",
                "--withdraw --for 5m     | --for goes with --at or --in",
                "--for 5m                | Error: Missing required argument (specify one of these): (--at=TIME | --in=DURATION | --withdraw)",
                "--in soon               | 'soon' is not a duration"
            })
    void wrongUsageNamesOptionAndRemedy(String options, String complaint) {
        Cli announce = run("announce " + options);
        assertThat(announce.code()).isEqualTo(2);
        assertThat(announce.err())
                .contains(complaint, "Try 'stillwater announce --help'")
                .doesNotContain("Error: Error");
        assertThat(status().isNull("announced")).isTrue();
    }
}
