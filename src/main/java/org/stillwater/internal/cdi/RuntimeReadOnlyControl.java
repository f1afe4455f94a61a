package org.stillwater.internal.cdi;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.stillwater.ReadOnlyControl;
import org.stillwater.Window;
import org.stillwater.internal.log.Log;
import org.stillwater.internal.mode.Identity;
import org.stillwater.internal.runtime.ReadOnlyRuntime;
import org.stillwater.internal.window.EnterRequest;
import org.stillwater.internal.window.EnterResult;
import org.stillwater.spi.ModeStoreException;

/** Enters and leaves through the application's own store. */
class RuntimeReadOnlyControl implements ReadOnlyControl {
    private final ExemptPlaces exemptPlaces = new ExemptPlaces();

    RuntimeReadOnlyControl() {}

    @Override
    public Window enter(Request request) {
        ReadOnlyRuntime runtime = ReadOnlyRuntime.current();
        if (runtime.admission().isAdmitted()) {
            throw new IllegalStateException(Log.message(
                    "STILL00505",
                    "Window '%s' cannot be entered from within a write: it would wait for itself. Call it outside"
                            + " @Writes methods, their transactions and requests that have written",
                    request.name()));
        }
        Window window = window(request);
        Duration timeout = request.drainTimeout();
        EnterRequest enter = new EnterRequest(
                window, timeout == null ? runtime.settings().drainTimeout() : timeout, false, false, false);
        try {
            EnterResult result = runtime.coordinator().enter(enter, progress -> {});
            runtime.refresh();
            return entered(window, result);
        } catch (ModeStoreException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    @Override
    public <T extends @Nullable Object, X extends Exception> T exempt(String reason, Work<T, X> work) throws X {
        ReadOnlyRuntime runtime = ReadOnlyRuntime.current();
        if (runtime.state().mode().refusesNewWrites()) {
            exemptPlaces.log(reason);
        }
        return runtime.admission().exemptions().call(work::call);
    }

    @Override
    public <X extends Exception> void exempt(String reason, Action<X> action) throws X {
        exempt(reason, () -> {
            action.run();
            return Boolean.TRUE;
        });
    }

    private static Window window(Request request) {
        Instant now = Instant.now();
        Duration expected = request.expectedDuration();
        return new Window(
                request.name(),
                request.reason(),
                Identity.thisProcess(),
                now,
                expected == null ? null : now.plus(expected));
    }

    private static Window entered(Window window, EnterResult result) {
        return switch (result.outcome()) {
            case ENTERED, ENTERED_UNVERIFIED, ADDED ->
                result.snapshot().window(window.name()).orElse(window);
            case DRAIN_TIMED_OUT, NOT_FROZEN, TOO_LATE_TO_FREEZE, INTERRUPTED ->
                throw new DrainTimeoutException(
                        Log.message(
                                "STILL00506",
                                "Window '%s' was not entered: after %d ms writes are still in flight",
                                window.name(),
                                result.took().toMillis()),
                        result.progress().stragglers());
            case OBJECTED ->
                throw new ObjectedException(
                        Log.message(
                                "STILL00509",
                                "Window '%s' was not entered, because an application objects: %s",
                                window.name(),
                                String.join("; ", result.progress().objections())),
                        result.progress().objections());
            case OVERTAKEN ->
                throw new IllegalStateException(Log.message(
                        "STILL00507",
                        "Window '%s' was not entered: somebody else changed the mode meanwhile; it is %s now",
                        window.name(),
                        result.snapshot().mode()));
            case NO_APPLICATION ->
                throw new IllegalStateException(Log.message(
                        "STILL00508", "Window '%s' was not entered: no running application is known", window.name()));
        };
    }

    @Override
    public boolean leave(String name) {
        try {
            ReadOnlyRuntime runtime = ReadOnlyRuntime.current();
            boolean lifted = runtime.coordinator().lift(name).isPresent();
            runtime.refresh();
            return lifted;
        } catch (ModeStoreException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
