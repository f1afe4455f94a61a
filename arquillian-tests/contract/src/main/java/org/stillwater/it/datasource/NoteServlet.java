package org.stillwater.it.datasource;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.stillwater.Guarded;
import org.stillwater.GuardedDataSource;
import org.stillwater.ReadOnlyModeException;
import org.stillwater.it.Database;
import org.stillwater.it.Gate;

/**
 * {@code /note?do=..&in=..&by=code}: a {@link Way}; {@code hold} writes and waits for {@code open} before it commits;
 * {@code read} calls a function; {@code swallow} goes on after a refusal; {@code swallow-late} does that after a write of its
 * own, in a transaction that it has made read-only itself. Says how it went.
 */
@WebServlet("/note")
public class NoteServlet extends HttpServlet {
    @Inject
    @Guarded("java:comp/env/" + Database.RESOURCE)
    private transient DataSource injected;

    @Resource(lookup = "java:comp/env/" + Database.RESOURCE)
    private transient DataSource behind;

    @Resource
    private transient UserTransaction transaction;

    @Inject
    private transient Gate gate;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        response.getWriter().print(answer(request));
    }

    private String answer(HttpServletRequest request) {
        StringBuilder said = new StringBuilder();
        try {
            DataSource data = request.getParameter("by") == null
                    ? injected
                    : GuardedDataSource.of("by " + request.getParameter("by"), behind);
            String what = request.getParameter("do");
            if (what.equals("held")) {
                return Boolean.toString(gate.isHeld());
            }
            if (what.equals("open")) {
                gate.open();
                return "open";
            }
            In.valueOf(request.getParameter("in")).call(data, transaction, use(what, said));
            return said + "done";
        } catch (Exception e) {
            return said + describe(e);
        }
    }

    private Way.Use use(String what, StringBuilder said) {
        return switch (what) {
            case "hold" ->
                connection -> {
                    Way.STATEMENT.write(connection);
                    gate.hold();
                };
            case "read" ->
                connection -> said.append(Way.query(connection, "select read_jdbc_notes()"))
                        .append(", ");
            case "swallow" -> connection -> swallow(connection, said);
            case "swallow-late" ->
                connection -> {
                    Way.STATEMENT.write(connection);
                    Way.execute(connection, "set transaction read only");
                    swallow(connection, said);
                };
            default -> connection -> Way.valueOf(what).write(connection);
        };
    }

    private static void swallow(Connection connection, StringBuilder said) throws SQLException {
        try {
            Way.FUNCTION.write(connection);
        } catch (ReadOnlyModeException e) {
            said.append("swallowed ")
                    .append(e.getCause().getClass().getSimpleName())
                    .append(", ");
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
