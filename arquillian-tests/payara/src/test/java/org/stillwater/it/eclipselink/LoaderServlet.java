package org.stillwater.it.eclipselink;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.ref.WeakReference;
import org.stillwater.it.redeployment.Garbage;

/**
 * {@code /loader?do=remember} keeps a weak reference to the class loader of this application where another application
 * finds it; {@code forgotten} says whether it was cleared by a garbage collection.
 */
@WebServlet("/loader")
public class LoaderServlet extends HttpServlet {
    private static final String KEY = LoaderServlet.class.getName();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        if (request.getParameter("do").equals("remember")) {
            System.getProperties().put(KEY, new WeakReference<>(LoaderServlet.class.getClassLoader()));
            response.getWriter().print("remembered");
        } else {
            Garbage.collect();
            boolean forgotten =
                    System.getProperties().get(KEY) instanceof WeakReference<?> loader && loader.get() == null;
            if (forgotten) {
                System.getProperties().remove(KEY); // the server's message broker expects nothing but texts there
            }
            response.getWriter().print(forgotten);
        }
    }
}
