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
import javax.sql.DataSource;
import org.stillwater.Guarded;
import org.stillwater.ReadOnlyModeException;
import org.stillwater.it.Gate;

/**
 * Uses a data source that takes no part in JTA transactions within one. {@code /note?do=write-late}: the JTA transaction is
 * committed, then it waits for {@code open}, then the connection commits; {@code write-auto}: the same in autocommit, where
 * closing the connection comes last; {@code read-twice}: two transactions of the connection, of which the second writes.
 */
@WebServlet("/note")
public class BesideServlet extends HttpServlet {
    @Inject
    @Guarded("java:jboss/datasources/BesideDS")
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
        } catch (ReadOnlyModeException e) {
            response.getWriter().print("refused: " + e.getMessage() + ", " + e.getCause());
        } catch (Exception e) {
            response.getWriter().print("failed: " + e);
        }
    }

    private String answer(String what) throws Exception {
        switch (what) {
            case "write-late":
                return write(false);
            case "write-auto":
                return write(true);
            case "read-twice":
                return readTwice();
            case "held":
                return Boolean.toString(gate.isHeld());
            default:
                gate.open();
                return "open";
        }
    }

    private String write(boolean autoCommit) throws Exception {
        transaction.begin();
        try (Connection connection = data.getConnection()) {
            connection.setAutoCommit(autoCommit);
            Way.STATEMENT.write(connection);
            transaction.commit();
            gate.hold();
            if (!autoCommit) {
                connection.commit();
            }
        }
        return "done";
    }

    private String readTwice() throws Exception {
        transaction.begin();
        try (Connection connection = data.getConnection()) {
            connection.setAutoCommit(false);
            Way.query(connection, "select count(*) from jdbc_note");
            connection.commit();
            return Way.query(connection, "select write_jdbc_note()");
        } finally {
            transaction.rollback();
        }
    }
}
