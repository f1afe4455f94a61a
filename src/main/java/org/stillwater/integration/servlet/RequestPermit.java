package org.stillwater.integration.servlet;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.config.PathPatterns;
import org.stillwater.internal.gate.Permit;
import org.stillwater.internal.gate.WriteAdmission;

/**
 * The permit of one unsafe request. It is soft until the request writes something, and ends when the response is
 * finished: at the end of the dispatch, or, if that went asynchronous, when the asynchronous work completes or
 * fails. A container also says that it is complete after the last dispatch, and after a time-out that nobody has handled.
 *
 * <p>Thread-safe: asynchronous events come on any thread, and closing twice does no harm.
 */
final class RequestPermit implements AsyncListener {
    private static final String ATTRIBUTE = RequestPermit.class.getName();

    /** Instead of a permit, because a later dispatch has another path. */
    private static final String EXCLUDED = "excluded";

    private static final Set<String> UNSAFE = Set.of("POST", "PUT", "PATCH", "DELETE");

    private final Permit permit;
    private volatile boolean asynchronous;

    private RequestPermit(Permit permit) {
        this.permit = permit;
    }

    /**
     * The permit of a request, on the calling thread: a new one, or the one that an earlier dispatch took. Null for a
     * safe request, for one that starts while writes are refused, and for one whose path is excluded.
     */
    static @Nullable RequestPermit of(HttpServletRequest request, WriteAdmission admission, PathPatterns excluded) {
        Object before = request.getAttribute(ATTRIBUTE);
        if (before instanceof RequestPermit known) {
            admission.resume(known.permit);
            return known;
        }
        if (before == EXCLUDED || !UNSAFE.contains(request.getMethod())) {
            return null;
        }
        if (excluded.match(Paths.within(request))) {
            request.setAttribute(ATTRIBUTE, EXCLUDED);
            return null;
        }
        Permit permit = admission.enterRequest(RequestLine.of(request));
        if (permit == null) {
            return null;
        }
        RequestPermit fresh = new RequestPermit(permit);
        request.setAttribute(ATTRIBUTE, fresh);
        return fresh;
    }

    /** The request went asynchronous: from now on the listener ends the permit. */
    void asynchronous() {
        asynchronous = true;
    }

    /**
     * A dispatch has failed. That ends the permit of an asynchronous request too, because containers do not always say
     * more: Payara tells no listener if the request went asynchronous again in the dispatch that failed.
     */
    void failed() {
        permit.close();
    }

    /** Ends the permit, unless the request went asynchronous. */
    void endDispatch(HttpServletRequest request) {
        if (!asynchronous && !isWatchedFromNow(request)) {
            permit.close();
        }
    }

    /** For a framework that went asynchronous on a request below our wrapper. */
    private boolean isWatchedFromNow(HttpServletRequest request) {
        try {
            if (request.isAsyncStarted()) {
                request.getAsyncContext().addListener(this);
                return true;
            }
        } catch (IllegalStateException e) {
            // completed between the two calls
        }
        return false;
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // A new asynchronous cycle begins without the listeners of the old one.
        asynchronous = true;
        event.getAsyncContext().addListener(this);
    }

    @Override
    public void onComplete(AsyncEvent event) {
        permit.close();
    }

    /** Not the end: a listener of the application's may dispatch the request now. A container completes it in any case. */
    @Override
    public void onTimeout(AsyncEvent event) {}

    @Override
    public void onError(AsyncEvent event) {
        permit.close();
    }
}
