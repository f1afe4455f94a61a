package org.stillwater.it.plain;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Objects;
import org.stillwater.ReadOnlyModeException;

/** GET {@code /plain?do=write}, {@code ?do=complain} and {@code ?do=load&type=..}. */
@WebServlet("/plain")
public class PlainServlet extends HttpServlet {
    /** What it logs, as a warning, when it is told to complain. */
    static final String COMPLAINT = "The application complains, because its test asked it to";

    private static final System.Logger LOG = System.getLogger("org.stillwater.it");

    @Inject
    private transient Clerk clerk;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        response.getWriter().print(answer(request));
    }

    private String answer(HttpServletRequest request) {
        switch (Objects.toString(request.getParameter("do"))) {
            case "write":
                return write();
            case "load":
                return load(request.getParameter("type"));
            default:
                LOG.log(Level.WARNING, COMPLAINT);
                return "complained";
        }
    }

    private String write() {
        try {
            return "written " + clerk.write();
        } catch (ReadOnlyModeException e) {
            return "refused";
        }
    }

    private static String load(String type) {
        try {
            Class.forName(type, false, PlainServlet.class.getClassLoader());
            return "present";
        } catch (ClassNotFoundException e) {
            return "absent";
        }
    }
}
