package org.stillwater.it.login;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** For those who have logged in; notes the visit. Logs out if it is asked to. */
@WebServlet({"/private", "/logout"})
public class PrivateServlet extends HttpServlet {
    @Inject
    private transient Visits visits;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setContentType("text/plain");
        if (request.getServletPath().equals("/logout")) {
            request.logout();
            request.getSession().invalidate();
            response.getWriter().print("logged out");
            return;
        }
        visits.note(request.getRemoteUser());
        response.getWriter().print("hello " + request.getRemoteUser() + ", visits noted: " + visits.noted());
    }
}
