package org.stillwater.it.catalogue.settings;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.stillwater.it.catalogue.Setting;
import org.stillwater.it.catalogue.Way;

/**
 * {@code /catalogue?theme=<class>&way=<constant>&setting=<constant>}: tries it. Says in the first line how the second-level
 * cache differs from the database afterwards, then how it went, see {@link Attempt}. {@code /catalogue?cache=fill} fills the
 * cache, and {@code ?cache=difference} says how it differs.
 */
@WebServlet("/catalogue")
public class CatalogueServlet extends HttpServlet {
    @Inject
    private transient Settings settings;

    @Inject
    private transient Cache cache;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().print(request.getParameter("cache") == null ? attempt(request) : cache(request));
    }

    private String cache(HttpServletRequest request) {
        if (request.getParameter("cache").equals("fill")) {
            cache.fill();
        }
        return cache.difference();
    }

    private String attempt(HttpServletRequest request) {
        Way way = way(request.getParameter("theme"), request.getParameter("way"));
        Setting setting = Setting.valueOf(request.getParameter("setting"));
        cache.fill();
        String outcome = Attempt.of(() -> {
            settings.run(setting, way);
            return null;
        });
        return cache.difference() + "\n" + outcome;
    }

    private static Way way(String theme, String name) {
        try {
            return Arrays.stream(Class.forName(theme).asSubclass(Way.class).getEnumConstants())
                    .filter(way -> way.name().equals(name))
                    .findAny()
                    .orElseThrow(() -> new IllegalArgumentException(name));
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
