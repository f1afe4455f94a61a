package org.stillwater.it.writes;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.stillwater.ReadOnlyModeException;

/** Calls a clerk by GET {@code /call?clerk=..&method=..&line=..} and says how it went. */
@WebServlet("/call")
public class CallServlet extends HttpServlet {
    private static final Map<String, Class<? extends Clerk>> CLERKS = Map.of(
            "stateless", StatelessClerk.class,
            "singleton", SingletonClerk.class,
            "plain", PlainClerk.class,
            "transactional", TransactionalClerk.class);

    @Inject
    @Any
    private transient Instance<Clerk> clerks;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Clerk clerk = clerks.select(CLERKS.get(request.getParameter("clerk"))).get();
        response.setContentType("text/plain");
        response.getWriter().print(call(clerk, request.getParameter("method"), request.getParameter("line")));
    }

    private static String call(Clerk clerk, String method, String line) {
        try {
            return switch (method) {
                case "refused" -> clerk.refused(line);
                case "skipped" -> Integer.toString(clerk.skipped(line));
                default -> clerk.reads();
            };
        } catch (ReadOnlyModeException e) {
            return "refused for window " + e.window().orElseThrow().name();
        }
    }
}
