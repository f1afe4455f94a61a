package org.stillwater.it.waiting;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.stillwater.internal.runtime.ReadOnlyRuntime;

/** Says how many writes are waiting. */
@WebServlet("/waiters")
public class WaitersServlet extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print(ReadOnlyRuntime.current().waitingLine().size());
    }
}
