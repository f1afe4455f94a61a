package org.stillwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillwater.spi.UndeclaredWrite;

/** What applications wrote without declaring it is shown to the operator. */
class UndeclaredTest {
    @TempDir
    Path directory;

    private SmallApplication application;

    @BeforeEach
    void start() {
        application = new SmallApplication(directory, "shop");
    }

    @AfterEach
    void stop() {
        application.close();
    }

    private Cli status(String... more) {
        Object[] arguments = new Object[more.length + 3];
        arguments[0] = "status";
        arguments[1] = "--store";
        arguments[2] = directory;
        System.arraycopy(more, 0, arguments, 3, more.length);
        return Cli.run(arguments);
    }

    @Test
    void statusSaysThatThereAreSomeAndListsThemWhenAsked() {
        application.wroteUndeclared(
                new UndeclaredWrite("update of Part (name)", 3, "PUT /parts/1", "Parts.rename(Parts.java:12)"),
                new UndeclaredWrite("create table a", 1, null, ""));
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(status().out()).contains("undeclared writes met: 2 kinds, see --undeclared\n"));
        assertThat(status("--undeclared").out())
                .contains("undeclared: update of Part (name), 3 times, first in PUT /parts/1,"
                        + " at Parts.rename(Parts.java:12)\n")
                .contains("undeclared: create table a, once, not called by the application\n");
        JsonObject first = status("--json")
                .json()
                .getJsonArray("applications")
                .getJsonObject(0)
                .getJsonArray("undeclaredWrites")
                .getJsonObject(0);
        assertThat(first.getString("what")).isEqualTo("update of Part (name)");
        assertThat(first.getInt("count")).isEqualTo(3);
        assertThat(first.getString("request")).isEqualTo("PUT /parts/1");
    }

    @Test
    void whereNoneWasMetItSaysSoWhenAsked() {
        assertThat(status().out()).doesNotContain("undeclared");
        assertThat(status("--undeclared").out()).contains("undeclared: none met\n");
    }
}
