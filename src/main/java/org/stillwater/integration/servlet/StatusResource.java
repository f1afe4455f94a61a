package org.stillwater.integration.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import org.stillwater.internal.refusal.Answer;
import org.stillwater.internal.refusal.Notice;
import org.stillwater.internal.refusal.Texts;

/**
 * Tells anybody the mode, without a session: a page that asks every few seconds must not keep one alive. Answered by the
 * filter, so that no mapping of the application's own is in its way. A page asks with {@code ?lang=<language>} and gets
 * the texts that it shows, too.
 */
final class StatusResource {
    private StatusResource() {}

    static boolean isMeant(HttpServletRequest request, String path) {
        return Paths.within(request).equals(path);
    }

    static void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        String method = request.getMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            response.setHeader("Allow", "GET, HEAD");
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        response.setHeader("X-Content-Type-Options", "nosniff");
        String language = request.getParameter("lang");
        Texts texts = language == null ? null : Texts.in(Locale.forLanguageTag(language));
        Body.write(Answer.status(Notice.current(), Instant.now(), texts), request, response);
    }
}
