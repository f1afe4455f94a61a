package org.stillwater.integration.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The script and the style sheet for pages without Faces, beside the status resource. A container serves them by itself if
 * the library is in {@code WEB-INF/lib} and nobody has moved the status resource; not from the {@code lib} of an EAR.
 */
final class LiveResource {
    private static final Map<String, String> TYPES =
            Map.of("stillwater.js", "text/javascript;charset=UTF-8", "stillwater.css", "text/css;charset=UTF-8");

    private LiveResource() {}

    /** Which of them is meant; null if none is, or if the application has something of its own there. */
    static @Nullable String meant(HttpServletRequest request, String statusPath) throws IOException {
        String path = Paths.within(request);
        String directory = statusPath.substring(0, statusPath.lastIndexOf('/') + 1);
        String name = path.startsWith(directory) ? path.substring(directory.length()) : "";
        return TYPES.containsKey(name) && request.getServletContext().getResource(path) == null ? name : null;
    }

    static void answer(String name, HttpServletResponse response) throws IOException {
        try (InputStream text = LiveResource.class.getResourceAsStream("/META-INF/resources/stillwater/" + name)) {
            if (text == null) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            response.setContentType(TYPES.get(name));
            response.setHeader("Cache-Control", "public, max-age=3600");
            response.setHeader("X-Content-Type-Options", "nosniff");
            text.transferTo(response.getOutputStream());
        }
    }
}
