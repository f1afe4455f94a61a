package org.stillwater.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.stillwater.AccessMode;
import org.stillwater.OwnThread;

/**
 * The store under two applications, one of them in a process of its own with a write in flight, whose rights are taken
 * away, that is moved, replaced and put back. Never is read-only mode announced while that write is there.
 */
@Timeout(120)
class StoreFaultsTest {
    @TempDir
    Path parent;

    private Path directory;
    private SmallApplication shop;
    private JavaProcess warehouse;

    @BeforeEach
    void start() throws Exception {
        if (CommandLineIT.isRoot()) {
            Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        directory = Files.createDirectory(parent.resolve("store"));
        if (CommandLineIT.isRoot()) {
            Files.setOwner(
                    directory,
                    directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        }
        shop = new SmallApplication(directory, "shop");
        List<String> asSomebody = CommandLineIT.isRoot() ? JavaProcess.AS_NOBODY : List.of();
        warehouse = JavaProcess.application(asSomebody, directory, "warehouse");
    }

    @AfterEach
    void stop() throws Exception {
        shop.close();
        warehouse.close();
    }

    @Test
    void theRightToReportIsTakenAway() throws Exception {
        Guide.Row guide = Guide.wayOut("an application may no longer write in the store");
        warehouse.say("begin").awaitAnswer("true");
        permit("reports", "---------");
        await().atMost(Duration.ofSeconds(20)).until(() -> warehouse.err().contains("STILL00206"));
        Cli hidden = on("1s");
        assertThat(hidden.code()).as(hidden.err()).isIn(3, 4);
        await().until(() -> shop.state().mode() == AccessMode.READ_WRITE);

        permit("reports", "r-xr-xr-x");
        Cli on = on("1s");
        assertThat(on.code()).isEqualTo(3);
        assertThat(on.err()).contains("warehouse", "has not answered yet");
        guide.says("has not answered yet", "chmod u+rwx");

        permit("reports", "rwxr-xr-x");
        warehouse.say("end").awaitAnswer("ended");
        assertThat(on("20s").code()).isZero();
    }

    @Test
    void theRightToReadTheModeIsTakenAway() throws Exception {
        Guide.Row guide = Guide.wayOut("an application may no longer read the store");
        permit("mode", "---------");
        await().atMost(Duration.ofSeconds(20)).until(() -> warehouse.err().contains("STILL00203"));
        warehouse.say("begin").awaitAnswer("false");
        await().until(() -> report().contains("FAULT") && report().contains("STILL00306"));
        guide.says("STILL00306", "chmod u+rwx");
        permit("mode", "rwxr-xr-x");
        await().until(() -> warehouse.say("begin").out().contains("true"));
    }

    @Test
    void aCopyIsPutInItsPlace() throws Exception {
        Guide.Row guide = Guide.wayOut("the store was replaced by a copy of it");
        warehouse.say("begin").awaitAnswer("true");
        Path elsewhere = parent.resolve("elsewhere");
        Files.move(directory, elsewhere);
        await().atMost(Duration.ofSeconds(20)).until(() -> warehouse.err().contains("STILL00304"));
        copy(elsewhere, directory);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Cli.run("status", "--store", directory)
                        .out()
                        .matches("(?s).*warehouse 4.2, [^\n]*READ_WRITE[^\n]*writes in flight: 1.*"));
        Cli on = on("1s");
        assertThat(on.code()).as(on.err()).isEqualTo(3);
        assertThat(on.err()).contains("warehouse", "OrderService.place");
        guide.says("`status` shows every application", "nothing");
        warehouse.say("end").awaitAnswer("ended");
        assertThat(on("20s").code()).isZero();
    }

    @Test
    void theModeIsMovedAwayAndBackInReadWriteMode() throws Exception {
        Guide.Row guide = Guide.wayOut("the store was moved or removed");
        moveTheModeAway();
        warehouse.say("begin").awaitAnswer("false");
        assertThat(Cli.run("off", "--store", directory).err()).contains("disappeared");
        guide.says("has disappeared", "mv ELSEWHERE/mode DIR/");
        putTheModeBack();
        await().until(() -> shop.begin("a write"));
        await().until(() -> warehouse.say("begin").out().contains("true"));
    }

    @Test
    void theModeIsMovedAwayAndBackWhileItDrains() throws Exception {
        warehouse.say("begin").awaitAnswer("true");
        CompletableFuture<Cli> on = OwnThread.supply(() -> on("30s"));
        await().until(() -> shop.state().mode() == AccessMode.DRAINING);
        moveTheModeAway();
        assertThat(on.get().code()).isEqualTo(4);
        warehouse.say("end").awaitAnswer("ended");
        putTheModeBack();
        await().until(() ->
                shop.state().mode() == AccessMode.DRAINING && shop.state().fault() == null);
        Guide.wayOut("`on` was killed while it drained").says("DRAINING", "`off`");
        assertThat(Cli.run("off", "--store", directory).code()).isZero();
        await().until(() -> shop.begin("a write"));
    }

    @Test
    void theModeIsMovedAwayAndBackInReadOnlyMode() throws Exception {
        assertThat(on("20s").code()).isZero();
        moveTheModeAway();
        putTheModeBack();
        await().until(() -> shop.state().fault() == null);
        assertThat(shop.state().mode()).isEqualTo(AccessMode.READ_ONLY);
        warehouse.say("begin").awaitAnswer("false");
        assertThat(Cli.run("off", "--store", directory).code()).isZero();
        await().until(() -> shop.begin("a write"));
    }

    @Test
    void aReportFromTheFutureDoesNoHarm() throws Exception {
        warehouse.say("begin").awaitAnswer("true");
        try (Stream<Path> reports = Files.list(directory.resolve("reports"))) {
            for (Path report : reports.toList()) {
                Files.setLastModifiedTime(report, FileTime.from(Instant.now().plus(Duration.ofDays(400))));
            }
        }
        assertThat(on("1s").err()).contains("OrderService.place");
        warehouse.say("end").awaitAnswer("ended");
        assertThat(on("20s").code()).isZero();
    }

    private void moveTheModeAway() throws IOException {
        Files.move(directory.resolve("mode"), parent.resolve("mode"));
        await().atMost(Duration.ofSeconds(20)).until(() -> shop.state().fault() != null);
        assertThat(shop.begin("a write")).isFalse();
        await().atMost(Duration.ofSeconds(20)).until(() -> warehouse.err().contains("STILL00304"));
    }

    private void putTheModeBack() throws IOException {
        Files.move(parent.resolve("mode"), directory.resolve("mode"));
    }

    private void permit(String child, String permissions) throws IOException {
        Files.setPosixFilePermissions(directory.resolve(child), PosixFilePermissions.fromString(permissions));
    }

    private Cli on(String drainTimeout) {
        return Cli.run("on", "--store", directory, "--drain-timeout", drainTimeout);
    }

    private String report() {
        return Cli.run("status", "--store", directory).out();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(
                            file,
                            copy,
                            java.nio.file.StandardCopyOption.REPLACE_EXISTING,
                            java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
                }
                Files.setOwner(copy, Files.getOwner(file));
            }
        }
    }
}
