package org.stillwater.integration.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.stillwater.internal.runtime.RequestTally;

/**
 * Answers 503 where a framework sends error 500 for a refused write. Jersey does so before it throws the exception on,
 * and then it is too late for the filter: an error that was sent cannot be taken back.
 */
final class RefusedErrors extends HttpServletResponseWrapper {
    private final HttpServletRequest request;
    private boolean answered;

    RefusedErrors(HttpServletRequest request, HttpServletResponse response) {
        super(response);
        this.request = request;
    }

    /** Whether the refusal is answered, so that the exception that may follow has nothing to add. */
    boolean isAnswered() {
        return answered;
    }

    @Override
    public void sendError(int status) throws IOException {
        if (!isAnsweredInstead(status)) {
            super.sendError(status);
        }
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        if (!isAnsweredInstead(status)) {
            super.sendError(status, message);
        }
    }

    private boolean isAnsweredInstead(int status) throws IOException {
        if (status != SC_INTERNAL_SERVER_ERROR || !RequestTally.anyRefused() || isCommitted()) {
            return false;
        }
        RefusalResponse.send(request, (HttpServletResponse) getResponse());
        flushBuffer(); // as after any error that was sent, nothing may be added
        answered = true;
        return true;
    }
}
