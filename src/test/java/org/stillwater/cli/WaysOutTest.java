package org.stillwater.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.stillwater.AccessMode;
import org.stillwater.OwnThread;
import org.stillwater.internal.store.FileModeStore;
import org.stillwater.spi.ModeSnapshot;

/** Rows of the guide's table for operators: what one sees, and that the one command is the way out. */
@Timeout(120)
class WaysOutTest {
    @TempDir
    Path parent;

    private Path store;
    private SmallApplication shop;

    @BeforeEach
    void start() {
        store = parent.resolve("shop");
        shop = new SmallApplication(store, "shop");
    }

    @AfterEach
    void stop() {
        shop.close();
    }

    @Test
    void aWriteDoesNotEnd() throws Exception {
        Guide.wayOut("a write does not end").says("stragglers are named", "on --in-spite-of-stragglers");
        shop.begin("OrderService.place");
        Cli on = cli("on", "--drain-timeout", "300ms");
        assertThat(on.code()).isEqualTo(3);
        assertThat(on.err()).contains("OrderService.place");
        assertThat(cli("on", "--drain-timeout", "300ms", "--in-spite-of-stragglers")
                        .code())
                .isZero();
        assertThat(cli("status").out()).contains("UNVERIFIED");
        offIsTheWayOut();
    }

    @Test
    void anApplicationHangs() throws Exception {
        Guide.wayOut("an application hangs").says("has not answered yet", "kill -CONT PID");
        try (JavaProcess warehouse = JavaProcess.application(java.util.List.of(), store, "warehouse")) {
            signal("-STOP", warehouse);
            Cli on = cli("on", "--drain-timeout", "1s");
            assertThat(on.code()).isEqualTo(3);
            assertThat(on.err()).contains("warehouse", "has not answered yet");
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> cli("status").out().contains("NOT REPORTING"));
            signal("-CONT", warehouse);
            assertThat(cli("on").code()).isZero();
            offIsTheWayOut();
            signal("-STOP", warehouse);
            signal("-KILL", warehouse);
            warehouse.process.waitFor();
            assertThat(cli("on").code()).isZero();
        }
    }

    @Test
    void anotherOperatorDrains() throws Exception {
        Guide.wayOut("another operator drains").says("Somebody else is at it", "off --name");
        Guide.Row ended = Guide.wayOut("another operator ended the drain, or a clock was set forward");
        shop.begin("OrderService.place");
        CompletableFuture<Cli> first = OwnThread.supply(() -> cli("on", "--name", "first"));
        await().until(() -> shop.state().mode() == AccessMode.DRAINING);
        assertThat(cli("on").err()).contains("Somebody else is at it", "off --name first");
        assertThat(cli("off", "--name", "first").code()).isZero();
        assertThat(first.get().code()).isEqualTo(3);
        assertThat(first.get().err()).contains("Somebody else has ended this drain");
        ended.says("Somebody else has ended this drain", "`on` again");
        shop.end();
        assertThat(cli("on").code()).isZero();
    }

    @Test
    void theClockIsSetForwardForTheApplications() {
        shop.begin("OrderService.place");
        Cli on = Cli.run(clock(Duration.ofHours(-2)), "on", "--store", store);
        assertThat(on.code())
                .as("a tool whose deadline has long passed for the application")
                .isEqualTo(3);
        assertThat(on.err()).contains("Somebody else has ended this drain");
        await().until(() -> shop.begin("a write"));
    }

    @Test
    void theToolIsKilledAndTheClockIsSetBack() throws Exception {
        Guide.wayOut("the clock was set back while it drained").says("DRAINING", "`off`");
        drainAndDie(Duration.ofDays(300));
        assertThat(shop.begin("a write")).isFalse();
        assertThat(cli("on").code()).as("it may be somebody's drain").isEqualTo(3);
        offIsTheWayOut();
    }

    @Test
    void theToolIsKilledWhileItDrains() throws Exception {
        Guide.wayOut("`on` was killed while it drained").says("back to READ_WRITE at", "`off`");
        drainAndDie(Duration.ofSeconds(30));
        assertThat(cli("status").out()).contains("DRAINING", "back to READ_WRITE at");
        offIsTheWayOut();
    }

    @Test
    void theToolIsKilledAtItsVeryEnd() throws Exception {
        Guide.wayOut("`on` was stopped or killed at its very end").says("`status` says `READ_ONLY`", "`off`");
        drainAndDie(Duration.ofSeconds(30));
        try (FileModeStore tool = FileModeStore.existing(store)) {
            ModeSnapshot draining = tool.read();
            assertThat(tool.compareAndSet(draining, draining.readOnly(true))).isTrue();
        }
        await().until(() -> shop.state().mode() == AccessMode.READ_ONLY);
        assertThat(cli("status").out()).contains("READ_ONLY", "verified");
        offIsTheWayOut();
    }

    @Test
    void noApplicationRuns() throws Exception {
        Guide.wayOut("no application runs, or the path is another one's")
                .says("No running application", "on --allow-no-application");
        Guide.Row stopped = Guide.wayOut("the server stopped during the window");
        shop.close();
        Cli on = cli("on");
        assertThat(on.code()).isEqualTo(4);
        assertThat(on.err()).contains("No running application");
        assertThat(cli("on", "--allow-no-application").code()).isZero();
        shop = new SmallApplication(store, "shop");
        assertThat(shop.begin("a write")).as("it starts in read-only mode").isFalse();
        shop.close();
        stopped.says("no application", "`off` works with and without it");
        assertThat(cli("off").code()).isZero();
        shop = new SmallApplication(store, "shop");
        assertThat(shop.begin("a write")).isTrue();
    }

    @Test
    void thePathIsWrong() throws Exception {
        Guide.wayOut("the path is wrong").says("There is no mode store in", "the path that the message names");
        Cli status = Cli.run("status", "--store", parent);
        assertThat(status.code()).isEqualTo(4);
        assertThat(status.err()).contains("STILL00301", "There is no mode store in", store.toString());
    }

    @Test
    void anOlderCopy() throws Exception {
        Guide.wayOut("the store was replaced by an older copy").says("STILL00303", "off --reset");
        cli("on");
        try (Stream<Path> modes = Files.list(store.resolve("mode"))) {
            for (Path mode : modes.toList()) {
                Files.delete(mode);
            }
        }
        await().until(() -> cli("status").out().contains("STILL00303"));
        resetIsTheWayOut();
    }

    @Test
    void aDamagedFile() throws Exception {
        Guide.wayOut("a file of the mode is damaged").says("STILL00305", "off --reset");
        cli("on");
        Files.writeString(store.resolve("mode/000000000002.properties"), "mode=READ_WRITE");
        await().until(() -> shop.state().fault() != null);
        assertThat(cli("off").err()).contains("STILL00305");
        resetIsTheWayOut();
    }

    /** As {@code on} leaves it when it is killed just after it has begun to drain. */
    private void drainAndDie(Duration deadline) {
        try (FileModeStore tool = FileModeStore.existing(store)) {
            Clock clock = Clock.systemUTC();
            var window = new org.stillwater.Window(
                    "maintenance", null, new org.stillwater.Window.Owner("root", "db1", 1), clock.instant(), null);
            ModeSnapshot now = tool.read();
            assertThat(tool.compareAndSet(
                            now, now.draining(window, clock.instant().plus(deadline))))
                    .isTrue();
        }
        await().until(() -> shop.state().mode() == AccessMode.DRAINING);
    }

    private void offIsTheWayOut() {
        assertThat(cli("off").code()).isZero();
        await().until(() -> shop.begin("a write"));
        shop.end();
    }

    private void resetIsTheWayOut() {
        assertThat(shop.begin("a write")).isFalse();
        assertThat(cli("off", "--reset").code()).isZero();
        await().until(() -> shop.begin("a write"));
    }

    private Cli cli(Object... arguments) {
        return Cli.run(
                Stream.concat(Stream.of(arguments), Stream.of("--store", store)).toArray());
    }

    private static Environment clock(Duration ahead) {
        return new Environment(
                Map.of(), Clock.offset(Clock.system(ZoneId.of("Europe/Berlin")), ahead), false, "stillwater");
    }

    private static void signal(String signal, JavaProcess process) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", signal, Long.toString(process.process.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }
}
