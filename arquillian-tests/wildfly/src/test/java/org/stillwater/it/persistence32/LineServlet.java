package org.stillwater.it.persistence32;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.stillwater.ReadOnlyModeException;

/** Writes by GET {@code /line?way=..}, and says how it went. */
@WebServlet("/line")
public class LineServlet extends HttpServlet {
    @Inject
    private transient Clerk clerk;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        response.getWriter().print(write(NewWay.valueOf(request.getParameter("way"))));
    }

    private String write(NewWay way) {
        try {
            clerk.write(way);
            return "written";
        } catch (RuntimeException e) {
            StringBuilder chain = new StringBuilder("failed: ");
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof ReadOnlyModeException) {
                    return "refused: " + cause.getMessage();
                }
                chain.append(cause).append('\n');
            }
            return chain.toString();
        }
    }
}
