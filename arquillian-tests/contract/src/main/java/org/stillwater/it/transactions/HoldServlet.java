package org.stillwater.it.transactions;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.stillwater.it.Gate;

/** {@code /hold?how=..} holds a transaction, {@code ?how=held} says whether one is held, {@code ?how=open} lets it go. */
@WebServlet("/hold")
public class HoldServlet extends HttpServlet {
    @Inject
    private transient Callers callers;

    @Inject
    private transient CdiCaller cdiCaller;

    @Inject
    private transient TimingOut timingOut;

    @Inject
    private transient Gate gate;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        response.getWriter().print(answer(request.getParameter("how")));
    }

    private String answer(String how) {
        try {
            switch (how) {
                case "held":
                    return Boolean.toString(gate.isHeld());
                case "open":
                    gate.open();
                    return "open";
                case "caller":
                    callers.holdAfterTheWrite();
                    break;
                case "before-completion":
                    callers.holdBeforeCompletion();
                    break;
                case "requires-new":
                    callers.holdThenWriteInAnotherTransaction();
                    break;
                case "marked-rollback":
                    callers.holdMarkedForRollback();
                    break;
                case "cdi":
                    cdiCaller.holdAfterTheWrite();
                    break;
                case "timing-out":
                    timingOut.holdAfterTheWrite();
                    break;
                default:
                    throw new IllegalArgumentException(how);
            }
            return "done";
        } catch (RuntimeException e) {
            return "failed: " + e;
        }
    }
}
