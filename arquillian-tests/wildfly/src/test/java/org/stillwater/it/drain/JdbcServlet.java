package org.stillwater.it.drain;

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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.stillwater.it.Database;
import org.stillwater.it.Gate;
import org.stillwater.it.OwnThread;

/**
 * {@code /jdbc?do=..}: {@code write} in a JTA transaction, {@code write-local} in one of the connection's own,
 * {@code exhaust} the pool; each waits in the middle for {@code open}. Nothing of this passes the library.
 */
@WebServlet("/jdbc")
public class JdbcServlet extends HttpServlet {
    @Resource(lookup = "java:comp/env/" + Database.RESOURCE)
    private transient DataSource data;

    @Resource
    private transient UserTransaction transaction;

    @Inject
    private transient Gate gate;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        try {
            response.getWriter().print(answer(request.getParameter("do")));
        } catch (Exception e) {
            response.getWriter().print("failed: " + e);
        }
    }

    private String answer(String what) throws Exception {
        switch (what) {
            case "write":
                transaction.begin();
                try (Connection connection = data.getConnection()) {
                    write(connection);
                }
                transaction.commit();
                return "written";
            case "write-local":
                try (Connection connection = data.getConnection()) {
                    connection.setAutoCommit(false);
                    write(connection);
                    connection.commit();
                }
                return "written";
            case "exhaust":
                exhaust();
                return "exhausted";
            case "held":
                return Boolean.toString(gate.isHeld());
            default:
                gate.open();
                return "open";
        }
    }

    private void write(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("insert into jdbc_note values ('plain')");
        }
        gate.hold();
    }

    private void exhaust() throws Exception {
        List<Connection> all = new ArrayList<>();
        CompletableFuture<Connection> next = another();
        try {
            while (next.isDone() || isThereSoon(next)) {
                all.add(next.get());
                next = another();
            }
            gate.hold();
        } finally {
            next.thenAccept(JdbcServlet::close);
            all.forEach(JdbcServlet::close);
        }
    }

    private CompletableFuture<Connection> another() {
        return OwnThread.supply(() -> {
            try {
                return data.getConnection();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Earlier applications may have left fewer connections in the pool than its size. */
    private static boolean isThereSoon(CompletableFuture<Connection> next) throws Exception {
        try {
            next.get(3, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
