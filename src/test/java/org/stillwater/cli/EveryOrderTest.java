package org.stillwater.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillwater.AccessMode;
import org.stillwater.OwnThread;
import org.stillwater.internal.store.FileModeStore;
import org.stillwater.spi.ModeSnapshot;

/** Whatever happens to an application that is a process of its own, and whenever: another one lives beside it. */
@Timeout(120)
class EveryOrderTest {
    @TempDir
    Path store;

    private SmallApplication shop;
    private @Nullable JavaProcess warehouse;

    enum Event {
        START,
        STOP,
        KILL,
        REDEPLOY
    }

    enum Phase {
        READ_WRITE,
        DRAINING,
        READ_ONLY,
        LIFTED
    }

    static Stream<Arguments> orders() {
        return Arrays.stream(Event.values())
                .flatMap(event -> Arrays.stream(Phase.values()).map(phase -> Arguments.of(event, phase)));
    }

    @BeforeEach
    void start() {
        shop = new SmallApplication(store, "shop");
    }

    @AfterEach
    void stop() throws Exception {
        shop.close();
        if (warehouse != null) {
            warehouse.close();
        }
    }

    @ParameterizedTest
    @MethodSource("orders")
    void noWriteIsInTheWindowAndOffLeadsBack(Event event, Phase phase) throws Exception {
        if (event != Event.START) {
            warehouse = JavaProcess.application(List.of(), store, "warehouse");
        }
        boolean writes = warehouse != null && (phase == Phase.READ_WRITE || phase == Phase.DRAINING);
        if (writes) {
            warehouse.say("begin").awaitAnswer("true");
        }
        CompletableFuture<Cli> on = reach(phase);
        happen(event);
        if (phase == Phase.READ_WRITE || phase == Phase.LIFTED) {
            on = enterAround();
        } else if (phase == Phase.DRAINING) {
            shop.end();
        }
        Cli entered = on.get();
        assertThat(entered.code()).as(entered.err()).isZero();
        assertThat(snapshot().mode()).isEqualTo(AccessMode.READ_ONLY);
        assertThat(snapshot().verified()).isTrue();
        assertThat(shop.begin("a write")).isFalse();
        if (isUp()) {
            warehouse.say("begin").awaitAnswer("false");
        }
        assertThat(Cli.run("off", "--store", store).code()).isZero();
        await().until(() -> shop.begin("a write"));
        if (isUp()) {
            await().until(() -> warehouse.say("begin").out().endsWith("true\n"));
        }
    }

    /** With a write in flight in whoever runs. */
    private CompletableFuture<Cli> enterAround() throws Exception {
        boolean runs = isUp();
        if (runs) {
            warehouse.say("begin").awaitAnswer("true");
        }
        CompletableFuture<Cli> on = on();
        await().until(() -> snapshot().mode() == AccessMode.DRAINING);
        shop.end();
        if (runs) {
            await().until(() -> status().matches("(?s).*shop 4.2, [^\n]*drained.*warehouse 4.2, [^\n]*in flight: 1.*"));
            assertThat(on).isNotDone();
            warehouse.say("end").awaitAnswer("ended");
        }
        return on;
    }

    private boolean isUp() {
        return warehouse != null && warehouse.process.isAlive();
    }

    private String status() {
        return Cli.run("status", "--store", store).out();
    }

    /** Whoever drains or is to drain is held up by a write of the other application. */
    private CompletableFuture<Cli> reach(Phase phase) throws Exception {
        if (phase == Phase.READ_WRITE) {
            assertThat(shop.begin("a write")).isTrue();
            return CompletableFuture.failedFuture(new IllegalStateException());
        }
        if (phase == Phase.DRAINING) {
            assertThat(shop.begin("a write")).isTrue();
            CompletableFuture<Cli> on = on();
            await().until(() -> snapshot().mode() == AccessMode.DRAINING);
            return on;
        }
        CompletableFuture<Cli> on = on();
        assertThat(on.get().code()).isZero();
        if (phase == Phase.LIFTED) {
            assertThat(Cli.run("off", "--store", store).code()).isZero();
            await().until(() -> shop.begin("a write"));
        }
        return on;
    }

    private void happen(Event event) throws Exception {
        if (event == Event.KILL) {
            warehouse.process.destroyForcibly().waitFor();
        }
        if (event == Event.STOP || event == Event.REDEPLOY) {
            warehouse.process.outputWriter().close();
            assertThat(warehouse.code()).isZero();
        }
        if (event == Event.REDEPLOY) {
            warehouse.close();
        }
        if (event == Event.START || event == Event.REDEPLOY) {
            warehouse = JavaProcess.application(List.of(), store, "warehouse");
        }
    }

    private CompletableFuture<Cli> on() {
        return OwnThread.supply(() -> Cli.run("on", "--store", store, "--drain-timeout", "60s"));
    }

    private ModeSnapshot snapshot() {
        try (FileModeStore observer = FileModeStore.existing(store)) {
            return observer.read();
        }
    }
}
