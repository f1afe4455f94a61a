package org.stillwater.it.exempt;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.stillwater.ReadOnlyModeException;

/** Fills in by GET {@code /migrate?by=ejb|cdi&how=..&text=..&reason=..} and says how it went. */
@WebServlet("/migrate")
public class MigrationServlet extends HttpServlet {
    @Inject
    private transient EjbMigration ejb;

    @Inject
    private transient CdiMigration cdi;

    @Inject
    private transient EjbTotals ejbTotals;

    @Inject
    private transient CdiTotals cdiTotals;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean isEjb = request.getParameter("by").equals("ejb");
        Migration migration = isEjb ? ejb : cdi;
        Totals totals = isEjb ? ejbTotals : cdiTotals;
        String text = request.getParameter("text");
        String reason = request.getParameter("reason");
        response.setContentType("text/plain");
        response.getWriter().print(outcome(() -> {
            switch (request.getParameter("how")) {
                case "inside" -> migration.inside(reason, text);
                case "inside-and-after" -> migration.insideAndAfter(reason, text);
                default -> totals.fillIn(text);
            }
        }));
    }

    private static String outcome(Runnable work) {
        try {
            work.run();
            return "written";
        } catch (ReadOnlyModeException e) {
            return "refused";
        }
    }
}
