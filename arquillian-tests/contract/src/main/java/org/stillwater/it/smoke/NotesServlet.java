package org.stillwater.it.smoke;

import jakarta.annotation.Resource;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.stillwater.it.Database;

/** Answers with the first note in the database, read through the server's data source. */
@WebServlet("/notes")
public class NotesServlet extends HttpServlet {
    @Resource(name = Database.RESOURCE)
    private transient DataSource dataSource;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var notes = statement.executeQuery("select text from smoke_note")) {
            notes.next();
            response.setContentType("text/plain");
            response.getWriter().print(notes.getString(1));
        } catch (SQLException e) {
            throw new ServletException(e);
        }
    }
}
