package org.stillwater.internal.cdi;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.mode.ModeState;
import org.stillwater.internal.refusal.Notice;
import org.stillwater.internal.runtime.ReadOnlyRuntime;

/**
 * What a page shows: the mode when the request first asked, so that no page is rendered half in one mode and half in the
 * other. Outside a request, the mode now.
 */
@RequestScoped
public class ModeOfRequest {
    /** By which the library's own part of pages finds it. */
    public static final String EXPRESSION = "#{stillwaterModeOfRequest}";

    static final String NAME = "stillwaterModeOfRequest";

    private final ModeState state = ReadOnlyRuntime.current().state();

    /** For CDI. */
    public ModeOfRequest() {}

    static ModeOfRequest current(Instance<Object> beans) {
        ModeOfRequest request = beans.select(ModeOfRequest.class).get();
        try {
            request.isReadOnly();
            return request;
        } catch (ContextNotActiveException e) {
            return new ModeOfRequest();
        }
    }

    /** Whether a request that begins now could not write. */
    public boolean isReadOnly() {
        return state.mode().refusesNewWrites();
    }

    /** The same for what the library itself puts into pages. Whether readers may know the reason is for others to say. */
    public Notice notice() {
        return Notice.of(state);
    }

    /** What pages may say of the window, or null if there is none. */
    public @Nullable WindowView window() {
        return isReadOnly() ? WindowView.of(state) : null;
    }
}
