package org.stillwater.integration.servlet;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
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

    private final Permit permit;
    private volatile boolean asynchronous;

    private RequestPermit(Permit permit) {
        this.permit = permit;
    }

    /** The permit that an earlier dispatch of this request took, on the calling thread; null if none did. */
    static @Nullable RequestPermit resumed(HttpServletRequest request, WriteAdmission admission) {
        if (request.getAttribute(ATTRIBUTE) instanceof RequestPermit known) {
            admission.resume(known.permit);
            return known;
        }
        return null;
    }

    /** A new one, on the calling thread. Null while writes are refused. */
    static @Nullable RequestPermit taken(HttpServletRequest request, WriteAdmission admission) {
        Permit permit = admission.enterRequest(RequestLine.of(request));
        if (permit == null) {
            return null;
        }
        RequestPermit fresh = new RequestPermit(permit);
        request.setAttribute(ATTRIBUTE, fresh);
        return fresh;
    }

    /** It was only asked for to know whether the gate is open: no drain waits for this request. */
    void giveBack(HttpServletRequest request) {
        request.removeAttribute(ATTRIBUTE);
        permit.close();
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
