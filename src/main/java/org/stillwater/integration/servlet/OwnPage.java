package org.stillwater.integration.servlet;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.config.HttpSettings;
import org.stillwater.internal.log.Log;
import org.stillwater.internal.refusal.Notice;
import org.stillwater.internal.refusal.RetryAfter;
import org.stillwater.internal.refusal.Wording;

/**
 * The application's own page for refusals: a static one, a JSP, a Facelet, a servlet. What it may show are attributes of the
 * request.
 *
 * <p>Included and not forwarded to, because after a forward containers close the response, and nothing else could be sent if
 * the page fails. It is rendered aside first, for the same reason.
 */
final class OwnPage {
    private static final Log LOG = Log.of("servlet");
    private static final String FAILED = OwnPage.class.getName() + ".failed";

    private OwnPage() {}

    /** The page, or null if there is none or it cannot be shown. */
    static @Nullable String text(
            HttpSettings settings, Wording wording, HttpServletRequest request, HttpServletResponse response) {
        String path = settings.page();
        if (path == null) {
            return null;
        }
        describe(wording, request);
        describeAsErrorPage(settings.status(), wording, request);
        RenderedAside rendered = new RenderedAside(response);
        String problem;
        try {
            RequestDispatcher page = request.getServletContext().getRequestDispatcher(path);
            page.include(new PageRequest(request), rendered);
            problem = rendered.problem();
        } catch (IOException | ServletException | RuntimeException | LinkageError e) {
            problem = e.toString();
        }
        if (problem != null) {
            warnOnce(request.getServletContext(), path, problem);
            return null;
        }
        return rendered.text();
    }

    private static void describe(Wording wording, HttpServletRequest request) {
        Notice notice = wording.notice();
        request.setAttribute("stillwater.title", wording.title());
        request.setAttribute("stillwater.message", wording.sentence());
        request.setAttribute("stillwater.reason", notice.reason());
        request.setAttribute("stillwater.since", there(notice.since()));
        request.setAttribute("stillwater.expectedEnd", there(notice.expectedEnd()));
        request.setAttribute("stillwater.retryAfter", RetryAfter.seconds(notice, wording.now()));
    }

    /** So that Faces takes the page for an error page, and not for the target of the postback that was refused. */
    private static void describeAsErrorPage(int status, Wording wording, HttpServletRequest request) {
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status);
        request.setAttribute(RequestDispatcher.ERROR_MESSAGE, wording.title());
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
    }

    private static @Nullable ZonedDateTime there(@Nullable Instant moment) {
        return moment == null ? null : moment.atZone(ZoneId.systemDefault());
    }

    private static void warnOnce(ServletContext application, String path, String problem) {
        if (application.getAttribute(FAILED) == null) {
            application.setAttribute(FAILED, true);
            LOG.warn(
                    "STILL01202",
                    "The page '%s' of the setting 'stillwater.http.page' cannot be shown: %s. Refusals get the library's own"
                            + " page instead. Look whether the page is in the application, and whether it works while"
                            + " writes are refused; this is logged once",
                    path,
                    problem);
        }
    }
}
