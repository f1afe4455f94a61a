package org.stillwater.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.stillwater.AccessMode;
import org.stillwater.Window;
import org.stillwater.internal.mode.Identity;
import org.stillwater.internal.store.FileModeStore;
import org.stillwater.internal.window.DrainProgress;
import org.stillwater.internal.window.EnterRequest;
import org.stillwater.internal.window.EnterResult;
import org.stillwater.internal.window.WindowCoordinator;
import org.stillwater.spi.ModeSnapshot;
import org.stillwater.spi.Report;

/**
 * Opens and lifts windows from outside the server, through the mode store of one test application. Each call returns once
 * the application has applied the change, so that tests need not wait.
 */
public final class Operator {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration EXPECTED = Duration.ofMinutes(10);

    private final Path directory;

    private Operator(Path directory) {
        this.directory = directory;
    }

    /** The operator of the application that {@link Archives#war} builds for this test. */
    public static Operator of(Class<?> test) {
        return new Operator(store(test));
    }

    /** The operator of whoever uses the store in this directory. */
    public static Operator at(Path directory) {
        return new Operator(directory);
    }

    /** The directory of the mode store that {@link Archives#war} gives the application of this test. */
    public static Path store(Class<?> test) {
        return Path.of(System.getProperty("it.directory"), "stores", test.getSimpleName());
    }

    /** Removes what an earlier run has left. */
    static void forget(Class<?> test) {
        Path store = store(test);
        if (Files.exists(store)) {
            try (Stream<Path> files = Files.walk(store)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Enters read-only mode and fails unless every application has drained. */
    public void enter() {
        enter(EXPECTED);
    }

    /** The same with a window that is expected to be open for so long. */
    public void enter(Duration expected) {
        EnterResult result = tryEnter(PATIENCE, expected, progress -> {});
        if (result.snapshot().mode() != AccessMode.READ_ONLY) {
            throw new AssertionError(result.outcome() + ": " + result.progress().stragglers());
        }
    }

    /** Tells people of a window that is to come. */
    public void announce(Duration ahead) {
        Window window =
                new Window("test", null, Identity.thisProcess(), Instant.now().plus(ahead), null);
        try (FileModeStore store = FileModeStore.existing(directory)) {
            new WindowCoordinator(store, Clock.systemUTC()).announce(window);
            awaitApplied(store);
        }
    }

    /** Tries to enter read-only mode. */
    public EnterResult tryEnter(Duration drainTimeout, Consumer<DrainProgress> progress) {
        return tryEnter(drainTimeout, EXPECTED, progress);
    }

    private EnterResult tryEnter(Duration drainTimeout, Duration expected, Consumer<DrainProgress> progress) {
        Instant now = Instant.now();
        Window window = new Window("test", "a test", Identity.thisProcess(), now, now.plus(expected));
        try (FileModeStore store = FileModeStore.existing(directory)) {
            EnterResult result = new WindowCoordinator(store, Clock.systemUTC())
                    .enter(new EnterRequest(window, drainTimeout, false, false, false), progress);
            awaitApplied(store);
            return result;
        }
    }

    /**
     * Tries to enter read-only mode, and returns as soon as a write is waited for. What comes of it comes later.
     *
     * @param write a part of what the application says about it
     */
    public CompletableFuture<EnterResult> enterAndAwaitStraggler(String write) throws Exception {
        var waiting = new CompletableFuture<Boolean>();
        var drain = OwnThread.supply(() -> tryEnter(PATIENCE.multipliedBy(2), progress -> {
                    // A report of before the drain has writes in flight, too, but has not answered.
                    if (progress.stragglers().toString().contains(write)) {
                        waiting.complete(true);
                    }
                }))
                .whenComplete((result, problem) -> waiting.complete(false));
        if (!waiting.get()) {
            throw new AssertionError("Nobody waited for '" + write + "': " + drain.get());
        }
        return drain;
    }

    /** Opens a window for an application that is not there yet. */
    public void enterBeforeDeployment() {
        Instant now = Instant.now();
        Window window = new Window("test", "a test", Identity.thisProcess(), now, now.plusSeconds(600));
        try (FileModeStore store = FileModeStore.open(directory)) {
            EnterResult result = new WindowCoordinator(store, Clock.systemUTC())
                    .enter(new EnterRequest(window, PATIENCE, false, false, true), progress -> {});
            if (result.snapshot().mode() != AccessMode.READ_ONLY) {
                throw new AssertionError(result);
            }
        }
    }

    /** Lifts all windows. */
    public void leave() {
        try (FileModeStore store = FileModeStore.existing(directory)) {
            new WindowCoordinator(store, Clock.systemUTC()).liftAll();
            awaitApplied(store);
        }
    }

    /** The only report in the store. */
    public Report report() {
        return reports().stream()
                .reduce((first, second) -> {
                    throw new AssertionError("More than one application reports: " + first + ", " + second);
                })
                .orElseThrow(() -> new AssertionError("No application reports"));
    }

    /** The reports of all applications that live. */
    public List<Report> reports() {
        try (FileModeStore store = FileModeStore.existing(directory)) {
            return store.reports().stream().filter(Report::alive).toList();
        }
    }

    private static void awaitApplied(FileModeStore store) {
        ModeSnapshot snapshot = store.read();
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> store.reports().stream()
                        .filter(Report::alive)
                        .allMatch(report -> report.epoch() >= snapshot.epoch()));
    }
}
