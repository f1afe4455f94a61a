package org.stillwater.it.undeployment;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** {@code /blocked?by=ejb|thread} writes in the request, or on a thread that no container knows; else nothing. */
@WebServlet("/blocked")
public class BlockedServlet extends HttpServlet {
    @Inject
    private transient EjbClerk ejb;

    @Inject
    private transient CdiClerk cdi;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        switch (request.getParameter("by")) {
            case "ejb":
                ejb.write();
                break;
            case "thread":
                cdi.prepare();
                new Thread(cdi::write).start();
                break;
            default:
                break;
        }
    }
}
