package org.stillwater.internal.jdbc;

import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.stillwater.AccessMode;
import org.stillwater.Window;
import org.stillwater.internal.mode.Identity;
import org.stillwater.internal.runtime.ReadOnlyRuntime;
import org.stillwater.internal.window.EnterRequest;
import org.stillwater.internal.window.EnterResult;

/** An application without CDI, with a mode store in memory, that is put into read-only mode and out of it. */
final class Mode implements AutoCloseable {
    Mode() {
        System.setProperty("stillwater.store", "memory");
        ReadOnlyRuntime.start();
    }

    void enter() {
        EnterResult result = tryEnter(Duration.ofSeconds(30));
        if (result.outcome() != EnterResult.Outcome.ENTERED) {
            throw new AssertionError(result);
        }
    }

    EnterResult tryEnter(Duration drain) {
        Window window = new Window("test", null, Identity.thisProcess(), Instant.now(), null);
        EnterResult result = ReadOnlyRuntime.current()
                .coordinator()
                .enter(new EnterRequest(window, drain, false, false, false), progress -> {});
        await(result.snapshot().mode());
        return result;
    }

    void lift() {
        ReadOnlyRuntime.current().coordinator().liftAll();
        await(AccessMode.READ_WRITE);
    }

    private static void await(AccessMode mode) {
        Awaitility.await().until(() -> ReadOnlyRuntime.current().state().mode() == mode);
    }

    @Override
    public void close() {
        ReadOnlyRuntime.stop();
        DataSourceGuards.forgetAll();
        System.clearProperty("stillwater.store");
    }
}
