package org.stillwater.it.mariadb;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.stillwater.ReadOnlyModeException;

/** {@code /bolt?do=..}: a {@link Way}, also in the distributed unit; or one of the looks. Says how it went. */
@WebServlet("/bolt")
public class BoltServlet extends HttpServlet {
    @Inject
    private transient BoltShop shop;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        response.getWriter().print(answer(request.getParameter("do"), request.getParameter("in") != null));
    }

    private String answer(String what, boolean distributed) {
        try {
            switch (what) {
                case "look":
                    return distributed ? shop.lookDistributed() : shop.look();
                case "nothing":
                    return shop.lookAtNothing();
                default:
                    if (distributed) {
                        shop.writeDistributed(what);
                    } else {
                        shop.write(what);
                    }
                    return "written";
            }
        } catch (RuntimeException e) {
            return describe(e);
        }
    }

    private static String describe(Throwable problem) {
        StringBuilder chain = new StringBuilder();
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof ReadOnlyModeException) {
                return "refused: " + cause.getMessage();
            }
            chain.append(cause).append('\n');
        }
        return "failed: " + chain;
    }
}
