package org.stillwater.it.jobs;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.stillwater.it.Gate;

/** {@code /jobs?do=..}: starts jobs, restarts them, says how they are, and lets them go. */
@WebServlet("/jobs")
public class JobServlet extends HttpServlet {
    @Inject
    private transient Jobs jobs;

    @Inject
    private transient Gate gate;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        response.getWriter().print(answer(request.getParameter("do"), request.getParameter("what")));
    }

    private String answer(String command, String what) {
        switch (command) {
            case "start":
                return Long.toString(jobs.start(what, false));
            case "start-held":
                return Long.toString(jobs.start(what, true));
            case "restart":
                return Long.toString(jobs.restart(Long.parseLong(what)));
            case "status":
                return jobs.status(Long.parseLong(what));
            case "held":
                return Boolean.toString(gate.isHeld());
            case "open":
                gate.open();
                return "open";
            default:
                throw new IllegalArgumentException(command);
        }
    }
}
