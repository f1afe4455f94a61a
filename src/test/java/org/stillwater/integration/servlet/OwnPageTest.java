package org.stillwater.integration.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillwater.internal.log.LogRecorder;
import org.stillwater.internal.runtime.ReadOnlyRuntime;

class OwnPageTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @TempDir
    private Path directory;

    private TestApplication application;

    @AfterEach
    void stop() throws Exception {
        application.close();
        System.clearProperty("stillwater.http.page");
        System.clearProperty("stillwater.http.status");
        System.clearProperty("stillwater.status.reason");
    }

    @Test
    void isSentWithTheStatusAndTheHeadersOfARefusal() throws Exception {
        System.setProperty("stillwater.http.status", "429");
        start("/own");
        HttpResponse<String> refused = refused();
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(refused.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.headers().firstValue("X-Own")).isEmpty();
        assertThat(refused.body())
                .startsWith("<h1>Größe: Read-only mode</h1>")
                .contains("nothing can be changed until", "ends true", "reason null", "by GET", "range null")
                .doesNotContain("half an answer");
    }

    @Test
    void isToldTheReasonWhereTheSettingAllowsIt() throws Exception {
        System.setProperty("stillwater.status.reason", "true");
        start("/own");
        assertThat(refused().body()).contains("reason because of a test");
    }

    @Test
    void mayBeAFileThatNobodyCanAskForByItself() throws Exception {
        Files.createDirectories(directory.resolve("WEB-INF"));
        Files.writeString(directory.resolve("WEB-INF/read-only.html"), "<h1>Back soon</h1>");
        start("/WEB-INF/read-only.html");
        HttpResponse<String> refused = refused();
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).isEqualTo("<h1>Back soon</h1>");
        assertThat(application.get("/WEB-INF/read-only.html").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/missing", "/WEB-INF/missing.html", "/sends-error", "/redirects", "/throws", "/writes", "/empty"
            })
    void givesWayToTheBuiltInPageWhereItCannotBeShown(String page) throws Exception {
        start(page);
        try (LogRecorder log = LogRecorder.of("org.stillwater.servlet")) {
            for (int i = 0; i < 2; i++) {
                HttpResponse<String> refused = refused();
                assertThat(refused.statusCode()).isEqualTo(503);
                assertThat(refused.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
                assertThat(refused.body())
                        .startsWith("<!DOCTYPE html>")
                        .contains("<title>Read-only mode</title>")
                        .doesNotContain("half a page", "Exception", page);
            }
            assertThat(log.messages())
                    .singleElement()
                    .asString()
                    .startsWith("STILL01202: The page '" + page + "' of the setting 'stillwater.http.page'");
        }
    }

    @Test
    void isForBrowsersOnly() throws Exception {
        start("/own");
        assertThat(application.get("/write").body()).startsWith("Read-only mode\n");
    }

    private HttpResponse<String> refused() throws Exception {
        return application.send(application
                .request("/write")
                .header("Accept", BROWSER)
                .header("If-None-Match", "*")
                .header("Range", "bytes=0-3")
                .POST(BodyPublishers.noBody()));
    }

    private void start(String page) throws Exception {
        System.setProperty("stillwater.http.page", page);
        application = new TestApplication(directory)
                .withFiles()
                .with("/write", (request, response) -> {
                    response.getWriter().print("half an answer");
                    throw ReadOnlyRuntime.current().refusals().of("Orders.place");
                })
                .with("/own", (request, response) -> {
                    response.setContentType("text/plain;charset=ISO-8859-1");
                    response.setHeader("X-Own", "no");
                    response.setStatus(200);
                    response.getWriter().print("<h1>Größe: " + request.getAttribute("stillwater.title") + "</h1>");
                    response.getWriter().print(request.getAttribute("stillwater.message"));
                    response.getWriter().print(" ends " + isZoned(request, "stillwater.expectedEnd"));
                    response.getWriter().print(" reason " + request.getAttribute("stillwater.reason"));
                    response.getWriter().print(" by " + request.getMethod());
                    response.getWriter().print(" range " + request.getHeader("range"));
                })
                .with("/sends-error", (request, response) -> response.sendError(500, "half a page"))
                .with("/redirects", (request, response) -> response.sendRedirect("/elsewhere"))
                .with("/empty", (request, response) -> response.setStatus(200))
                .with("/throws", (request, response) -> {
                    response.getWriter().print("half a page");
                    throw new IllegalStateException("a failure of the page's own");
                })
                .with("/writes", (request, response) -> {
                    throw ReadOnlyRuntime.current().refusals().of("Visits.count");
                })
                .start();
        TestApplication.enter();
    }

    private static boolean isZoned(HttpServletRequest request, String attribute) {
        return request.getAttribute(attribute) instanceof ZonedDateTime;
    }
}
