package org.stillwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillwater.internal.mode.DrainAnswer;
import org.stillwater.internal.mode.FakeDatabase;

/** How much of a drain was confirmed by databases is told by {@code on} and by {@code status}. */
class DrainVerdictTest {
    @TempDir
    Path directory;

    private final FakeDatabase shop = new FakeDatabase("shop");
    private final FakeDatabase archive = new FakeDatabase("archive");
    private SmallApplication application;

    private void start(FakeDatabase... databases) {
        application = new SmallApplication(directory, "shop", List.of(databases));
    }

    @AfterEach
    void stop() {
        application.close();
    }

    @Test
    void aDrainThatEachDatabaseHasConfirmedIsVerified() {
        start(shop, archive);
        assertThat(run("on").out()).containsPattern("Drained: shop 4.2, .*, verified by PostgreSQL\n");
        assertThat(run("status").out())
                .contains(", drained, verified by PostgreSQL, reported ")
                .contains("drain: persistence unit 'shop': verified by PostgreSQL\n");
        assertThat(application().getBoolean("drainVerified")).isTrue();
    }

    @Test
    void aDrainThatOneDatabaseHasNotConfirmedIsNotAndSaysWhy() {
        archive.answerWith(DrainAnswer.counted("H2 cannot be asked"));
        start(shop, archive);
        assertThat(run("on").out())
                .containsPattern("Drained: shop 4.2, .*, counted writes only\n")
                .contains("  persistence unit 'archive': counted writes only, because H2 cannot be asked\n");
        assertThat(run("status").out())
                .contains(", drained, counted writes only, reported ")
                .contains("drain: persistence unit 'archive': counted writes only, because H2 cannot be asked\n")
                .contains("drain: persistence unit 'shop': verified by PostgreSQL\n");
        assertThat(application().getBoolean("drainVerified")).isFalse();
        assertThat(application().getJsonArray("drains").getJsonObject(0).getString("verdict"))
                .isEqualTo("counted");
    }

    @Test
    void withoutADatabaseOnlyCountedWritesAreKnown() {
        start();
        assertThat(run("on").out()).containsPattern("Drained: shop 4.2, .*, counted writes only\n");
        assertThat(application().getBoolean("drainVerified")).isFalse();
    }

    @Test
    void whatADatabaseHasOpenIsNamedAndPreventsTheMode() {
        shop.open("PostgreSQL transaction 4711");
        start(shop);
        Cli on = run("on", "--drain-timeout", "1s");
        assertThat(on.code()).isEqualTo(3);
        assertThat(on.err())
                .contains("writes in flight 0, waiting for shop 4.2", "(PostgreSQL has a transaction open)")
                .contains("Not drained within 1", "PostgreSQL transaction 4711, 7.0 s, session 1");
        assertThat(application().isNull("drainVerified")).isTrue();
    }

    private JsonObject application() {
        return run("status", "--json").json().getJsonArray("applications").getJsonObject(0);
    }

    private Cli run(String command, Object... options) {
        Object[] all = new Object[options.length + 3];
        all[0] = command;
        all[1] = "--store";
        all[2] = directory;
        System.arraycopy(options, 0, all, 3, options.length);
        return Cli.run(all);
    }
}
