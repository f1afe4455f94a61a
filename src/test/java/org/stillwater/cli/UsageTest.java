package org.stillwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"--help", "help", "on --help", "announce --help", "off --help", "status --help", "help on"})
    void helpTeaches(String call) {
        Cli help = Cli.run((Object[]) call.split(" "));
        assertThat(help.code()).isZero();
        assertThat(help.out()).contains("Exit codes:", "STILLWATER_STORE", "/opt/wildfly/standalone/data/stillwater/");
    }

    @Test
    void withoutACommandItShowsTheWay() {
        Cli nothing = Cli.run();
        assertThat(nothing.code()).isEqualTo(2);
        assertThat(nothing.err()).contains("on, off or status", "Usage:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--frobnicate           | '--frobnicate'",
                "--expected soon        | 'soon' is not a duration: write for example 90s, 10m",
                "--expected 0s          | '0s' is out of range",
                "--expected -PT5M       | '-PT5M' is out of range",
                "--expected 5000d       | '5000d' is out of range",
                "--drain-timeout 10     | '10' is not a duration",
                "--name a/b             | --name 'a/b' is not allowed: use 1 to 64 letters",
                "--until 2026-01-01T00:00Z | is over already",
                "--until tomorrow       | 'tomorrow' is not a time",
                "--until 25:00          | '25:00' is not a time",
                "--expected 5m --until 15:30 | mutually exclusive",
                "surplus                | 'surplus'"
            })
    void wrongUsageNamesOptionAndRemedy(String options, String complaint) {
        Cli on = Cli.run((Object[]) ("on --store " + directory + " " + options).split(" "));
        assertThat(on.code()).isEqualTo(2);
        assertThat(on.out()).isEmpty();
        assertThat(on.err()).contains(complaint, "Try 'stillwater on --help'").doesNotContain("\tat ");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aReasonIsOneLine() {
        Cli on = Cli.run("on", "--store", directory, "--reason", "one\ntwo");
        assertThat(on.code()).isEqualTo(2);
        assertThat(on.err()).contains("--reason must be one line");
    }

    @Test
    void withoutAStoreItSaysWhereToFindOne() {
        Cli status = Cli.run("status");
        assertThat(status.code()).isEqualTo(2);
        assertThat(status.err()).contains("--store DIR", "STILLWATER_STORE", "STILL00601");
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "off", "status"})
    void aMistypedPathCreatesNothing(String command) {
        Path mistyped = directory.resolve("shpo");
        Cli result = Cli.run(command, "--store", mistyped, "--json");
        assertThat(result.code()).isEqualTo(4);
        assertThat(result.err())
                .contains("no mode store in '" + mistyped, "STILL00601")
                .doesNotContain("\tat ");
        assertThat(result.json().getInt("exitCode")).isEqualTo(4);
        assertThat(result.json().getString("error")).contains("STILL00301");
        assertThat(mistyped).doesNotExist();
    }

    @Test
    void theDirectoryAboveTheStoresNamesThem() throws Exception {
        Files.createDirectories(directory.resolve("shop/mode"));
        assertThat(Cli.run("status", "--store", directory).err())
                .contains("Below it there are stores: '" + directory.resolve("shop") + "'");
    }

    @Test
    void verboseShowsWhereAnErrorCameFrom() {
        assertThat(Cli.run("status", "--store", directory, "--verbose").err()).contains("\tat ");
    }

    @ParameterizedTest
    @CsvSource({
        "90s, PT1M30S",
        "10m, PT10M",
        "1h30m, PT1H30M",
        "1d, PT24H",
        "250ms, PT0.25S",
        "PT10M, PT10M",
        "1H, PT1H"
    })
    void durationsAreWrittenInManyWays(String text, String iso) {
        assertThat(new Durations().convert(text)).isEqualTo(Duration.parse(iso));
    }

    @ParameterizedTest
    @CsvSource({
        "15:30, 2026-11-22T14:30:00Z",
        "10:00, 2026-11-23T09:00:00Z",
        "2026-11-22T15:30, 2026-11-22T14:30:00Z",
        "2026-11-22 15:30, 2026-11-22T14:30:00Z",
        "2026-11-22T15:30Z, 2026-11-22T15:30:00Z"
    })
    void aTimeWithoutAZoneIsTheOperators(String until, String expected) throws Exception {
        Files.createDirectories(directory.resolve("mode"));
        Clock noon = Clock.fixed(Instant.parse("2026-11-22T11:00:00Z"), ZoneId.of("Europe/Berlin"));
        Environment environment = new Environment(Map.of(), noon, false, "stillwater");
        Cli on = Cli.run(environment, "on", "--store", directory, "--until", until, "--allow-no-application", "--json");
        assertThat(on.json().getJsonObject("window").getString("expectedEnd")).isEqualTo(expected);
    }
}
