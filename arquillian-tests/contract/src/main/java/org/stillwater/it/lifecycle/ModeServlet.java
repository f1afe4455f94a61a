package org.stillwater.it.lifecycle;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.stillwater.ReadOnlyFlags;

/** Says in which mode the application is. */
@WebServlet("/mode")
public class ModeServlet extends HttpServlet {
    @Inject
    private ReadOnlyFlags flags;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        response.getWriter().print(flags.mode());
    }
}
