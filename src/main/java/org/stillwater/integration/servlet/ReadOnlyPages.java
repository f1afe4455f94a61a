package org.stillwater.integration.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.mode.ModeState;
import org.stillwater.internal.refusal.Format;
import org.stillwater.internal.runtime.ReadOnlyRuntime;

/**
 * Keeps caches from letting a page outlive the window in which it was rendered: an HTML response that is made while
 * writes are refused may be stored, but not be used again unless the application has been asked. Images, scripts, styles
 * and data are left alone.
 *
 * <p>Not "fresh until the expected end": most windows are lifted before it, and then a cache would go on for minutes to
 * show a page on which nothing can be changed.
 *
 * <p>Caches ask with the validators of the page. They are the application's own and mostly know nothing of the mode, so
 * after the lift the answer would be 304, and the page would stay. No header can be taken away from a response, so they are
 * replaced by such as match nothing that the application will compare them with: an entity tag of ours, and 1970. What
 * comes the other way, a page from before the window, is asked for {@linkplain #asIfNew anew}.
 *
 * <p>Headers are put right whenever one that matters is set, and so at any moment before the response is committed,
 * whoever commits it. Not seen is what an application sends by the response of an {@code AsyncContext} that it began
 * without handing ours over. Belongs to one response.
 */
final class ReadOnlyPages extends HttpServletResponseWrapper {
    private static final String CONTROL = "Cache-Control";

    /** The same for some caches only, for which they come first. */
    private static final List<String> CONTROL_OF_SOME = List.of("CDN-Cache-Control", "Surrogate-Control");

    private static final Set<String> MATTERS = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    static {
        MATTERS.addAll(List.of(CONTROL, "Content-Type", "ETag", "Expires", "Last-Modified"));
        MATTERS.addAll(CONTROL_OF_SOME);
    }

    private final ReadOnlyRuntime runtime;

    ReadOnlyPages(HttpServletResponse response, ReadOnlyRuntime runtime) {
        super(response);
        this.runtime = runtime;
    }

    /**
     * A request for a page, as if the client had none from before the window: a 304 would leave it with one whose forms
     * look as if they could be sent. Others may have their 304, because their responses do not depend on the mode.
     */
    static HttpServletRequest asIfNew(HttpServletRequest request, ReadOnlyRuntime runtime) {
        boolean page = request.getDispatcherType() == DispatcherType.REQUEST
                && runtime.state().mode().refusesNewWrites()
                && Format.wantedBy(Collections.list(request.getHeaders("Accept")), Format.TEXT) == Format.HTML;
        return page ? new WithoutHeaders(request, "If-None-Match", "If-Modified-Since") : request;
    }

    @Override
    public void setContentType(@Nullable String type) {
        super.setContentType(type);
        putRight();
    }

    @Override
    public void setHeader(String name, @Nullable String value) {
        super.setHeader(name, value);
        putRightIfItMatters(name);
    }

    @Override
    public void addHeader(String name, @Nullable String value) {
        super.addHeader(name, value);
        putRightIfItMatters(name);
    }

    @Override
    public void setDateHeader(String name, long value) {
        super.setDateHeader(name, value);
        putRightIfItMatters(name);
    }

    @Override
    public void addDateHeader(String name, long value) {
        super.addDateHeader(name, value);
        putRightIfItMatters(name);
    }

    private void putRightIfItMatters(String name) {
        if (MATTERS.contains(name)) {
            putRight();
        }
    }

    /** Also to be called when the application is done, for a page that was begun before the mode changed. */
    void putRight() {
        ModeState state = runtime.state();
        if (!state.mode().refusesNewWrites() || isCommitted() || !isPage()) {
            return;
        }
        String control = String.join(",", getHeaders(CONTROL)).toLowerCase(Locale.ROOT);
        if (control.contains("no-store")) {
            return;
        }
        super.setHeader(CONTROL, control.contains("private") ? "private, no-cache" : "no-cache");
        CONTROL_OF_SOME.forEach(name -> replace(name, "no-store"));
        replace("Expires", "0");
        replace("ETag", "W/\"read-only-" + state.snapshot().epoch() + "\"");
        replace("Last-Modified", "Thu, 01 Jan 1970 00:00:00 GMT");
    }

    private void replace(String name, String value) {
        if (containsHeader(name)) {
            super.setHeader(name, value);
        }
    }

    private boolean isPage() {
        String type = getContentType();
        return type != null && (type.startsWith("text/html") || type.startsWith("application/xhtml+xml"));
    }
}
