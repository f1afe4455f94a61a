package org.stillwater.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.stillwater.AccessMode;

/** The packaged command line in a process of its own. */
@Timeout(120)
class CommandLineIT {
    private static final List<String> AS_MYSELF = List.of();

    @TempDir
    Path parent;

    private Path store;

    @BeforeEach
    void letEverybodyPass() throws Exception {
        store = parent.resolve("shop");
        if (isRoot()) {
            Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void explainsItself() throws Exception {
        try (JavaProcess help = cli("--help");
                JavaProcess version = cli("--version");
                JavaProcess wrong = cli("on", "--frobnicate")) {
            assertThat(help.code()).isZero();
            assertThat(help.out()).contains("Exit codes:", "on ", "off ", "status ");
            assertThat(version.code()).isZero();
            assertThat(version.out()).matches("Stillwater \\S+\\R");
            assertThat(wrong.code()).isEqualTo(2);
            assertThat(wrong.err()).contains("--frobnicate", "Try '");
        }
    }

    @Test
    void withoutAStoreOrAnApplicationTheCodeIs4() throws Exception {
        Files.createDirectories(store.resolve("mode"));
        try (JavaProcess status = cli("status", "--store", parent.resolve("mistyped"));
                JavaProcess on = cli("on", "--store", store)) {
            assertThat(status.code()).isEqualTo(4);
            assertThat(on.code()).isEqualTo(4);
        }
    }

    @Test
    void writesJsonToStdoutAndTheRestToStderr() throws Exception {
        try (SmallApplication shop = new SmallApplication(store, "shop")) {
            assertThat(shop.begin("OrderService.place")).isTrue();
            try (JavaProcess on = cli("on", "--store", store, "--drain-timeout", "1500ms", "--json")) {
                assertThat(on.code()).isEqualTo(3);
                assertThat(on.err()).contains("Draining, ", "OrderService.place");
                JsonObject result = json(on);
                assertThat(result.getString("outcome")).isEqualTo("drain-timed-out");
                assertThat(result.getJsonArray("stragglers").getString(0)).contains("OrderService.place");
                assertThat(result.getJsonObject("status").getString("mode")).isEqualTo("READ_WRITE");
            }
            shop.end();
            try (JavaProcess on = cli("on", "--store", store, "--json")) {
                assertThat(on.code()).isZero();
                assertThat(json(on).getJsonObject("status").getBoolean("verified"))
                        .isTrue();
            }
        }
    }

    @Test
    void stoppedWhileItDrainsItGivesWritesBackAtOnce() throws Exception {
        Guide.wayOut("`on` was stopped while it drained (Ctrl-C, SIGTERM)").says("143", "`on` again");
        try (SmallApplication shop = new SmallApplication(store, "shop")) {
            assertThat(shop.begin("OrderService.place")).isTrue();
            try (JavaProcess on = cli("on", "--store", store, "--drain-timeout", "10m")) {
                await().atMost(Duration.ofSeconds(30)).until(() -> shop.state().mode() == AccessMode.DRAINING);
                on.process.destroy();
                assertThat(on.code()).isEqualTo(143);
                assertThat(on.err()).contains("Interrupted. The mode is READ_WRITE again");
            }
            await().until(() -> shop.state().mode() == AccessMode.READ_WRITE);
        }
    }

    @Test
    void killedWhileItDrainsTheDeadlineGivesWritesBack() throws Exception {
        try (SmallApplication shop = new SmallApplication(store, "shop")) {
            assertThat(shop.begin("OrderService.place")).isTrue();
            try (JavaProcess on = cli("on", "--store", store, "--drain-timeout", "1s")) {
                await().atMost(Duration.ofSeconds(30)).until(() -> shop.state().mode() == AccessMode.DRAINING);
                on.process.destroyForcibly();
                assertThat(on.code()).isEqualTo(137);
            }
            await().atMost(Duration.ofSeconds(20)).until(() -> shop.state().mode() == AccessMode.READ_WRITE);
        }
    }

    @Test
    void anApplicationThatWasKilledIsNamedAndNotWaitedFor() throws Exception {
        Guide.wayOut("an application was killed while it wrote")
                .says("Not waited for, because its process has ended", "look in the database");
        try (SmallApplication shop = new SmallApplication(store, "shop");
                JavaProcess killed = JavaProcess.application(AS_MYSELF, store, "warehouse")) {
            killed.say("begin").awaitAnswer("true");
            try (JavaProcess on = cli("on", "--store", store)) {
                await().atMost(Duration.ofSeconds(30)).until(() -> shop.state().mode() == AccessMode.DRAINING);
                await().until(() -> on.err().contains("writes in flight 1"));
                killed.process.destroyForcibly();
                assertThat(on.code()).isZero();
                assertThat(on.err())
                        .contains("Not waited for, because its process has ended: warehouse 4.2")
                        .contains("writes in flight at its last report: 1", "OrderService.place");
                assertThat(on.out()).contains("verified", "Drained: shop 4.2");
            }
            try (JavaProcess status = cli("status", "--store", store)) {
                assertThat(status.code()).isZero();
                assertThat(status.out()).contains("warehouse 4.2", "GONE: its process has ended");
            }
        }
    }

    @Test
    @EnabledIf(value = "isRoot", disabledReason = "only root can act as another user")
    void rootDoesNotLockOutTheServersUser() throws Exception {
        Files.setPosixFilePermissions(Files.createDirectory(store), PosixFilePermissions.fromString("rwxr-x---"));
        Files.setOwner(
                store, store.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        try (JavaProcess shop = JavaProcess.application(JavaProcess.AS_NOBODY, store, "shop");
                JavaProcess on = cli("on", "--store", store)) {
            assertThat(on.code()).isZero();
            await().until(() -> shop.say("mode").out().contains("READ_ONLY"));
            assertRuns(JavaProcess.AS_NOBODY, "off", "--store", store);
            await().until(() -> shop.say("mode").out().endsWith("READ_WRITE\n"));
            assertRuns(JavaProcess.AS_NOBODY, "on", "--store", store);
            assertRuns(AS_MYSELF, "off", "--store", store);
            assertRuns(AS_MYSELF, "off", "--reset", "--store", store);
            assertRuns(JavaProcess.AS_NOBODY, "on", "--store", store);
        }
    }

    @Test
    @EnabledIf(value = "isRoot", disabledReason = "only root can act as another user")
    void whoMayNotWriteIsToldWhoMay() throws Exception {
        Guide.wayOut("you have no right to the store").says("has no right to", "root or as the server's user");
        try (SmallApplication shop = new SmallApplication(store, "shop");
                JavaProcess on = JavaProcess.cli(JavaProcess.AS_NOBODY, "on", "--store", store);
                JavaProcess status = JavaProcess.cli(JavaProcess.AS_NOBODY, "status", "--store", store)) {
            assertThat(on.code()).isEqualTo(4);
            assertThat(on.err())
                    .contains("cannot be written", "has no right to", "belongs to 'root'", "The mode is READ_WRITE");
            assertThat(status.code()).isZero();
            assertThat(shop.begin("a write")).isTrue();
            Files.setPosixFilePermissions(store, PosixFilePermissions.fromString("rwx------"));
            try (JavaProcess hidden = JavaProcess.cli(JavaProcess.AS_NOBODY, "status", "--store", store)) {
                assertThat(hidden.code()).isEqualTo(4);
                assertThat(hidden.err()).contains("has no right to '" + store + "'", "belongs to 'root'");
            }
        }
    }

    static boolean isRoot() {
        return System.getProperty("user.name").equals("root") && Files.isExecutable(Path.of("/usr/bin/setpriv"));
    }

    private static void assertRuns(List<String> prefix, Object... arguments) throws Exception {
        try (JavaProcess process = JavaProcess.cli(prefix, arguments)) {
            assertThat(process.code()).as(process.err()).isZero();
        }
    }

    private static JavaProcess cli(Object... arguments) throws Exception {
        return JavaProcess.cli(AS_MYSELF, arguments);
    }

    private static JsonObject json(JavaProcess process) {
        try (var reader = Json.createReader(new StringReader(process.out()))) {
            return reader.readObject();
        }
    }
}
