package org.stillwater.it.ear;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Writes the path of its web application. */
@WebServlet("/note")
public class NoteServlet extends HttpServlet {
    @Inject
    private transient Clerk clerk;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        clerk.write(request.getContextPath());
    }
}
