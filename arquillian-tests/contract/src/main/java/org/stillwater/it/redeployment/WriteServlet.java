package org.stillwater.it.redeployment;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.stillwater.ReadOnlyControl;

/** Writes by POST {@code /write?by=ejb|cdi|waiting|exempt&text=..}. */
@WebServlet("/write")
public class WriteServlet extends HttpServlet {
    @Inject
    private transient EjbClerk ejb;

    @Inject
    private transient CdiClerk cdi;

    @Inject
    private transient WaitingClerk waiting;

    @Inject
    private transient ReadOnlyControl control;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        String text = request.getParameter("text");
        switch (request.getParameter("by")) {
            case "ejb" -> ejb.write(text);
            case "cdi" -> cdi.write(text);
            case "waiting" -> waiting.write(text);
            default -> control.exempt("a test", () -> cdi.write(text));
        }
    }
}
