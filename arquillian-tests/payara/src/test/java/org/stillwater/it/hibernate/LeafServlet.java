package org.stillwater.it.hibernate;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code leaf?do=look}, or a {@link Way}. */
@WebServlet("/leaf")
public class LeafServlet extends HttpServlet {
    @Inject
    private transient Leaves leaves;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        String what = request.getParameter("do");
        if (what.equals("look")) {
            response.getWriter().print(leaves.look());
        } else {
            leaves.write(Way.valueOf(what));
            response.getWriter().print("written");
        }
    }
}
