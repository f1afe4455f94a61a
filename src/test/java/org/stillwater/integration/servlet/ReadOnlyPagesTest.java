package org.stillwater.integration.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadOnlyPagesTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final String IMAGE = "image/avif,image/webp,image/svg+xml,image/*,*/*;q=0.8";
    private static final String TAG = "\"1\"";
    private static final String CHANGED = "Sun, 22 Nov 2026 12:00:00 GMT";

    @TempDir
    private Path directory;

    private TestApplication application;

    @BeforeEach
    void start() throws Exception {
        application = new TestApplication(directory)
                .with("/page", (request, response) -> {
                    response.setContentType("text/html;charset=UTF-8");
                    cache(request, response);
                    response.flushBuffer();
                })
                .with("/type-last", (request, response) -> {
                    cache(request, response);
                    response.setContentType("text/html");
                    response.flushBuffer();
                })
                .with("/xhtml", (request, response) -> {
                    response.setHeader("Content-Type", "application/xhtml+xml");
                    cache(request, response);
                })
                .with("/adds", (request, response) -> {
                    response.setContentType("text/html");
                    response.addDateHeader("last-modified", 1_700_000_000_000L);
                    response.addDateHeader("expires", 1_900_000_000_000L);
                    response.addHeader("cache-control", "public");
                    response.addHeader("cache-control", "max-age=3600");
                    response.addHeader("etag", TAG);
                    response.flushBuffer();
                })
                .with("/adds-dates-last", (request, response) -> {
                    response.setContentType("text/html");
                    response.addHeader("etag", TAG);
                    response.addDateHeader("last-modified", 1_700_000_000_000L);
                    response.addDateHeader("expires", 1_900_000_000_000L);
                    response.flushBuffer();
                })
                .with("/image", (request, response) -> {
                    response.setContentType("image/png");
                    cache(request, response);
                })
                .with("/silent", (request, response) -> {
                    response.setContentType("text/html");
                    response.flushBuffer();
                })
                .with("/private", (request, response) -> {
                    response.setHeader("Cache-Control", "private, max-age=60");
                    response.setContentType("text/html");
                })
                .with("/not-stored", (request, response) -> {
                    response.setHeader("Cache-Control", "no-store, max-age=0");
                    response.setContentType("text/html");
                })
                .with("/for-some", (request, response) -> {
                    response.setContentType("text/html");
                    response.setHeader("CDN-Cache-Control", "max-age=600");
                    response.setHeader("Surrogate-Control", "max-age=600");
                })
                .with("/meanwhile", (request, response) -> {
                    response.setContentType("text/html");
                    cache(request, response);
                    TestApplication.enter();
                })
                .start();
    }

    @AfterEach
    void stop() throws Exception {
        application.close();
    }

    private static void cache(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
        response.setHeader("Cache-Control", "public, max-age=3600, s-maxage=7200, stale-while-revalidate=60");
        response.setHeader("Expires", "Sun, 22 Nov 2099 12:00:00 GMT");
        response.setHeader("ETag", TAG);
        response.setHeader("Last-Modified", CHANGED);
        if (TAG.equals(request.getHeader("If-None-Match")) || CHANGED.equals(request.getHeader("If-Modified-Since"))) {
            response.setStatus(304);
        } else {
            response.getWriter().print("body");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/page", "/type-last", "/xhtml", "/adds", "/adds-dates-last"})
    void aPageMustBeAskedForAgainAndIsNeverTakenForTheOneAfterTheWindow(String path) throws Exception {
        TestApplication.enter();
        HttpHeaders headers = application.get(path).headers();
        assertThat(headers.allValues("Cache-Control")).containsExactly("no-cache");
        assertThat(headers.allValues("Expires")).containsExactly("0");
        assertThat(headers.allValues("Last-Modified")).containsExactly("Thu, 01 Jan 1970 00:00:00 GMT");
        String tag = headers.firstValue("ETag").orElseThrow();
        assertThat(tag).startsWith("W/\"read-only-");

        TestApplication.leave();
        HttpResponse<String> after = application.send(
                application.request(path).header("Accept", BROWSER).header("If-None-Match", tag));
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(after.headers().firstValue("ETag")).contains(TAG);
    }

    @Test
    void inNormalModeNothingIsChanged() throws Exception {
        HttpHeaders headers = application.get("/page").headers();
        assertThat(headers.firstValue("Cache-Control").orElseThrow()).startsWith("public, max-age=3600");
        assertThat(headers.firstValue("ETag")).contains(TAG);
        assertThat(application.send(conditional("/page", BROWSER)).statusCode()).isEqualTo(304);
        assertThat(application.get("/silent").headers().firstValue("Cache-Control"))
                .isEmpty();
    }

    @Test
    void imagesAndTheLikeAreLeftAlone() throws Exception {
        TestApplication.enter();
        HttpHeaders headers = application.get("/image").headers();
        assertThat(headers.firstValue("Cache-Control").orElseThrow()).startsWith("public, max-age=3600");
        assertThat(headers.firstValue("ETag")).contains(TAG);
        assertThat(application.send(conditional("/image", IMAGE)).statusCode()).isEqualTo(304);
    }

    @Test
    void aPageFromBeforeTheWindowIsNotConfirmed() throws Exception {
        TestApplication.enter();
        HttpResponse<String> again = application.send(conditional("/page", BROWSER));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo("body");
        var since = application.request("/page").header("Accept", BROWSER).header("if-modified-since", CHANGED);
        assertThat(application.send(since).statusCode()).isEqualTo(200);
    }

    private HttpRequest.Builder conditional(String path, String accept) {
        return application.request(path).header("Accept", accept).header("If-None-Match", TAG);
    }

    @Test
    void whatSaysNothingIsNotLeftToTheGuessOfACache() throws Exception {
        TestApplication.enter();
        HttpHeaders headers = application.get("/silent").headers();
        assertThat(headers.allValues("Cache-Control")).containsExactly("no-cache");
        assertThat(headers.firstValue("ETag")).isEmpty();
        assertThat(headers.firstValue("Expires")).isEmpty();
    }

    @Test
    void whatIsStricterStaysSo() throws Exception {
        TestApplication.enter();
        assertThat(control("/private")).contains("private, no-cache");
        assertThat(control("/not-stored")).contains("no-store, max-age=0");
    }

    @Test
    void cachesThatListenToAHeaderOfTheirOwnAreToldInIt() throws Exception {
        TestApplication.enter();
        HttpHeaders headers = application.get("/for-some").headers();
        assertThat(headers.allValues("CDN-Cache-Control")).containsExactly("no-store");
        assertThat(headers.allValues("Surrogate-Control")).containsExactly("no-store");
    }

    @Test
    void aPageThatWasBegunBeforeTheModeChangedCounts() throws Exception {
        assertThat(control("/meanwhile")).contains("no-cache");
    }

    private java.util.Optional<String> control(String path) throws Exception {
        return application.get(path).headers().firstValue("Cache-Control");
    }
}
