package org.stillwater.it.waiting;

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

/** Books by GET {@code /book?till=..} and says how it went. */
@WebServlet("/book")
public class TillServlet extends HttpServlet {
    private static final Map<String, Class<? extends Till>> TILLS = Map.of(
            "transactional", TransactionalTill.class,
            "plain", PlainTill.class,
            "container", ContainerTill.class,
            "without", FreeTill.class,
            "joining", JoiningTill.class);

    @Inject
    @Any
    private transient Instance<Till> tills;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String till = request.getParameter("till");
        response.setContentType("text/plain");
        response.getWriter().print(book(tills.select(TILLS.get(till)).get(), till));
    }

    private static String book(Till till, String line) {
        try {
            return till.book(line);
        } catch (ReadOnlyModeException e) {
            return "refused: " + e.getMessage();
        }
    }
}
