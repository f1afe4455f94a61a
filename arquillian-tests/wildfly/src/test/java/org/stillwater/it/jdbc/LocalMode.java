package org.stillwater.it.jdbc;

import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.stillwater.AccessMode;
import org.stillwater.Window;
import org.stillwater.internal.mode.Identity;
import org.stillwater.internal.runtime.ReadOnlyRuntime;
import org.stillwater.internal.window.EnterRequest;

/** The library at work in the JVM of the tests, with a mode store in memory. */
final class LocalMode implements AutoCloseable {
    LocalMode() {
        System.setProperty("stillwater.store", "memory");
        ReadOnlyRuntime.start();
    }

    static void enter() {
        Window window = new Window("test", null, Identity.thisProcess(), Instant.now(), null);
        ReadOnlyRuntime.current()
                .coordinator()
                .enter(new EnterRequest(window, Duration.ofSeconds(30), false, false, false), progress -> {});
        await(AccessMode.READ_ONLY);
    }

    static void lift() {
        ReadOnlyRuntime.current().coordinator().liftAll();
        await(AccessMode.READ_WRITE);
    }

    private static void await(AccessMode mode) {
        Awaitility.await().until(() -> ReadOnlyRuntime.current().state().mode() == mode);
    }

    /** Waits until the guard that is named so has found out what the database does. */
    static String awaitGuardLine(String unit) {
        return Awaitility.await()
                .until(
                        () -> ReadOnlyRuntime.guardLines().stream()
                                .filter(line -> line.startsWith(unit))
                                .findFirst()
                                .orElse("is found out when"),
                        line -> !line.contains("is found out when"));
    }

    @Override
    public void close() {
        ReadOnlyRuntime.stop();
        System.clearProperty("stillwater.store");
    }
}
