package org.stillwater.it.objections;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.stillwater.ReadOnlyControl;

/** Enters and leaves by GET {@code /control?do=enter|leave}, from within the application, and says how it went. */
@WebServlet("/control")
public class ControlServlet extends HttpServlet {
    private static final String WINDOW = "reindex";

    @Inject
    private transient ReadOnlyControl control;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        response.getWriter().print(outcome(request.getParameter("do")));
    }

    private String outcome(String what) {
        if (what.equals("leave")) {
            return control.leave(WINDOW) ? "done" : "nothing to leave";
        }
        try {
            var window = control.enter(ReadOnlyControl.Request.named(WINDOW).because("a test"));
            return window.name().equals(WINDOW) ? "done" : "entered " + window;
        } catch (ReadOnlyControl.ObjectedException e) {
            return e.objections() + " " + e.getMessage();
        }
    }
}
