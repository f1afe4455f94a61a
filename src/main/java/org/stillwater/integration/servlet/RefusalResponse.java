package org.stillwater.integration.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.stillwater.internal.config.HttpSettings;
import org.stillwater.internal.refusal.Answer;
import org.stillwater.internal.refusal.Format;
import org.stillwater.internal.refusal.Notice;
import org.stillwater.internal.refusal.Refused;
import org.stillwater.internal.refusal.RetryAfter;
import org.stillwater.internal.refusal.Texts;
import org.stillwater.internal.refusal.Wording;
import org.stillwater.internal.runtime.ReadOnlyRuntime;

/** Writes a refusal over whatever the application had begun to answer. */
final class RefusalResponse {
    private static final String DROPPED = "Read-Only-Dropped";

    /** Headers of the answer that is thrown away. Others stay: without CORS headers a script could not read ours. */
    private static final Set<String> OF_THE_OLD_BODY = Set.of(
            "cache-control",
            "content-disposition",
            "content-encoding",
            "content-language",
            "content-length",
            "content-location",
            "content-range",
            "content-type",
            "etag",
            "expires",
            "last-modified",
            "location",
            "pragma",
            "read-only-dropped",
            "retry-after",
            "transfer-encoding");

    private RefusalResponse() {}

    /** The mark that every response carries while writes are refused. */
    static void mark(HttpServletResponse response) {
        response.setHeader("Read-Only-Mode", "true");
    }

    /** Tells how many changes of droppable attributes this response does not stand for. */
    static void markDropped(HttpServletResponse response, int changes) {
        response.setIntHeader(DROPPED, changes);
    }

    /** A write was refused. */
    static void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        send(Refused.CHANGE, request, response);
    }

    static void send(Refused refused, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Wording wording = new Wording(refused, Notice.current(), Instant.now(), texts(request));
        HttpSettings settings = ReadOnlyRuntime.current().settings().http();
        reset(response);
        mark(response);
        response.setStatus(settings.status());
        response.setHeader("Retry-After", Long.toString(RetryAfter.seconds(wording.notice(), wording.now())));
        response.setHeader("Content-Language", wording.texts().locale().toLanguageTag());
        response.setHeader("Cache-Control", "no-store");
        Format format = format(request);
        String own = format == Format.HTML ? OwnPage.text(settings, wording, request, response) : null;
        Answer answer = own == null
                ? Answer.refusal(format, wording, settings.status())
                : new Answer("text/html;charset=UTF-8", own);
        Body.write(answer, request, response);
        if (request.isAsyncStarted()) {
            request.getAsyncContext().complete(); // nobody else will: whoever started it has failed
        }
    }

    /** Without the header a request has the server's language, which says nothing about the reader. */
    private static Texts texts(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null
                ? Texts.ENGLISH
                : Texts.in(Collections.list(request.getLocales()));
    }

    private static Format format(HttpServletRequest request) {
        if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            return Format.FACES_AJAX;
        }
        String sent = request.getContentType();
        boolean speaksJson = sent != null && sent.toLowerCase(Locale.ROOT).contains("json");
        return Format.wantedBy(Collections.list(request.getHeaders("Accept")), speaksJson ? Format.JSON : Format.TEXT);
    }

    private static void reset(HttpServletResponse response) {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        for (String name : response.getHeaderNames()) {
            if (!OF_THE_OLD_BODY.contains(name.toLowerCase(Locale.ROOT))) {
                Collection<String> values = response.getHeaders(name);
                kept.put(name, new ArrayList<>(values));
            }
        }
        response.reset();
        kept.forEach((name, values) -> {
            if (!response.containsHeader(name)) {
                values.forEach(value -> response.addHeader(name, value));
            }
        });
    }
}
