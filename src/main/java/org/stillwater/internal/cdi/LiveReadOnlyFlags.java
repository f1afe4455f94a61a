package org.stillwater.internal.cdi;

import jakarta.enterprise.inject.spi.CDI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stillwater.AccessMode;
import org.stillwater.ReadOnlyFlags;
import org.stillwater.Window;
import org.stillwater.internal.log.Log;
import org.stillwater.internal.mode.ModeState;
import org.stillwater.internal.runtime.ReadOnlyRuntime;

/** Has no state, so it is live after deserialization too. */
final class LiveReadOnlyFlags implements ReadOnlyFlags {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean isReadOnly() {
        return ReadOnlyRuntime.current().refusesWritesHere();
    }

    @Override
    public AccessMode mode() {
        return state().mode();
    }

    @Override
    public long epoch() {
        return state().snapshot().epoch();
    }

    @Override
    public List<Window> windows() {
        return state().snapshot().windows();
    }

    @Override
    public Optional<Instant> expectedEnd() {
        return state().snapshot().expectedEnd();
    }

    @Override
    public void selfCheck() {
        if (!ReadOnlyRuntime.current().settings().enabled()) {
            throw new IllegalStateException(Log.message(
                    "STILL00502", "Stillwater is switched off by stillwater.enabled=false: no write is refused"));
        }
        if (!CDI.current().select(SelfCheckProbe.class).get().isIntercepted()) {
            throw new IllegalStateException(Log.message(
                    "STILL00503",
                    "The interceptor behind @Writes is not in force: a @Writes method was called without it. Check that"
                            + " the container logged no WELD-000139 for %s, and that nothing vetoes %s",
                    StillwaterExtension.class.getName(),
                    WritesInterceptor.class.getName()));
        }
    }

    @Override
    public void requirePermit() {
        if (!ReadOnlyRuntime.current().admission().isAdmitted()) {
            throw new IllegalStateException(Log.message(
                    "STILL00504",
                    "No permit is held here: this method was not called through a @Writes interceptor. Typical causes: a"
                            + " call within the same object, an object made with 'new', a private, static or final"
                            + " method"));
        }
    }

    private static ModeState state() {
        return ReadOnlyRuntime.current().state();
    }
}
