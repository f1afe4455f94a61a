package org.stillwater.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillwater.AccessMode;

/** Whatever happens to the store, the operator is told, writes are refused, and {@code off --reset} repairs it. */
class DamagedStoreTest {
    @TempDir
    Path parent;

    private Path directory;
    private SmallApplication shop;

    @BeforeEach
    void enter() {
        directory = parent.resolve("shop");
        shop = new SmallApplication(directory, "shop");
        assertThat(Cli.run("on", "--store", directory).code()).isZero();
    }

    @AfterEach
    void stop() {
        shop.close();
    }

    @Test
    void corrupt() throws Exception {
        Files.writeString(newest(), "mode=READ_WRITE");
        assertRefused("damaged");
        assertResetRepairs("damaged");
    }

    @Test
    void halfWritten() throws Exception {
        String content = Files.readString(newest());
        Files.writeString(newest(), content.substring(0, content.length() / 2));
        assertRefused("only half written");
        assertResetRepairs("only half written");
    }

    @Test
    void changedByHand() throws Exception {
        Files.writeString(newest(), Files.readString(newest()).replace("READ_ONLY", "READ_WRITE"));
        assertRefused("changed by hand");
        assertResetRepairs("changed by hand");
    }

    @Test
    void vanished() throws Exception {
        Files.move(directory, parent.resolve("elsewhere"));
        await().until(() -> Files.isDirectory(directory.resolve("reports")));
        assertRefused("disappeared");
        assertResetRepairs("disappeared");
    }

    @Test
    void modesVanished() throws Exception {
        Files.move(directory.resolve("mode"), parent.resolve("elsewhere"));
        assertRefused("disappeared");
        assertResetRepairs("disappeared");
    }

    @Test
    void goneBack() throws Exception {
        for (Path file : modes()) {
            Files.delete(file);
        }
        await().until(() -> shop.state().fault() != null);
        Cli status = Cli.run("status", "--store", directory);
        assertThat(status.out()).contains("FAULT: STILL00303", "gone back");
        assertThat(shop.begin("a write")).isFalse();
        assertThat(Cli.run("off", "--store", directory).out()).contains("goes on refusing writes", "STILL00303");
        assertResetRepairs("mode READ_WRITE (epoch 0)");
    }

    @Test
    void aStoreIsNotCreatedOutOfThinAir() {
        Path mistyped = parent.resolve("not/there");
        Cli reset = Cli.run("off", "--reset", "--store", mistyped);
        assertThat(reset.code()).isEqualTo(4);
        assertThat(reset.err()).contains("Neither '" + mistyped + "' nor the directory above it exists");
    }

    private void assertRefused(String complaint) {
        await().until(() -> shop.state().fault() != null);
        assertThat(shop.begin("a write")).isFalse();
        for (String command : List.of("on", "off", "status")) {
            Cli result = Cli.run(command, "--store", directory);
            assertThat(result.code()).as(command).isEqualTo(4);
            assertThat(result.err()).as(command).contains(complaint, "off --reset");
        }
    }

    private void assertResetRepairs(String found) {
        Cli reset = Cli.run("off", "--reset", "--store", directory);
        assertThat(reset.code()).isZero();
        assertThat(reset.out()).contains(found, "Reset. The mode is READ_WRITE");
        await().until(() -> shop.state().mode() == AccessMode.READ_WRITE && shop.begin("a write"));
        shop.end();
        Cli again = Cli.run("on", "--store", directory, "--json");
        assertThat(again.code()).isZero();
        assertThat(again.json().getJsonObject("status").getBoolean("verified")).isTrue();
    }

    private Path newest() throws IOException {
        return modes().get(modes().size() - 1);
    }

    private List<Path> modes() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("mode"))) {
            return files.sorted().toList();
        }
    }
}
