package org.stillwater.it.droppable;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code GET article?do=show|rename|log}. */
@WebServlet("/article")
public class ArticleServlet extends HttpServlet {
    @Inject
    private transient Articles articles;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        String answer = switch (request.getParameter("do")) {
            case "show" -> articles.show();
            case "rename" -> articles.showAndRename();
            default -> articles.log();
        };
        response.getWriter().print(answer);
    }
}
