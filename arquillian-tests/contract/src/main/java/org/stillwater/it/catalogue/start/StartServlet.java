package org.stillwater.it.catalogue.start;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.stillwater.it.catalogue.ways.Starts;

/** {@code /start?way=..}: how it went, see {@link org.stillwater.it.catalogue.settings.Attempt}. */
@WebServlet("/start")
public class StartServlet extends HttpServlet {
    @Inject
    private transient StartClerk clerk;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().print("\n" + clerk.outcome(Starts.valueOf(request.getParameter("way"))));
    }
}
