package org.stillwater.it.requests;

import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Reads by GET and POST; writes or fails if the request says so. */
@WebServlet("/report")
public class ReportServlet extends HttpServlet {
    @EJB
    private transient Archive archive;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        response.getWriter().print("the report");
        if (request.getParameter("fail") != null) {
            throw new IllegalStateException("a failure of the application's own");
        }
        if (request.getParameter("write") != null) {
            archive.store();
        }
    }
}
