package org.stillwater.integration.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillwater.internal.runtime.ReadOnlyRuntime;

class ReadOnlyFilterTest {
    @TempDir
    private Path directory;

    private TestApplication application;

    @BeforeEach
    void start() throws Exception {
        application = new TestApplication(directory)
                .with("/read", (request, response) -> response.getWriter().print("read"))
                .with("/write", (request, response) -> {
                    response.setContentType("text/csv");
                    response.addHeader("Access-Control-Allow-Origin", "*");
                    response.addHeader("ETag", "\"1\"");
                    response.getWriter().print("half an answer");
                    if (ReadOnlyRuntime.current().refusesWritesHere()) {
                        throw new ServletException(
                                ReadOnlyRuntime.current().refusals().of("Orders.place"));
                    }
                })
                .with("/committed", (request, response) -> {
                    response.getWriter().print("too much to take back");
                    response.flushBuffer();
                    throw ReadOnlyRuntime.current().refusals().of("Orders.place");
                })
                .with("/sends-error-first", (request, response) -> {
                    var refusal = ReadOnlyRuntime.current().refusals().of("Orders.place");
                    response.sendError(500, "Request failed.");
                    assertThat(response.isCommitted()).isTrue();
                    throw new ServletException(refusal);
                })
                .with("/sends-error-only", (request, response) -> {
                    ReadOnlyRuntime.current().refusals().of("Orders.place");
                    response.sendError(500);
                })
                .with("/sends-own-error", (request, response) -> response.sendError(500))
                .with("/decides-itself", (request, response) -> {
                    ReadOnlyRuntime.current().refusals().of("Orders.place");
                    response.sendError(409);
                })
                .with("/broken", (request, response) -> {
                    throw new IllegalStateException("a failure of the application's own");
                })
                .with("/", (request, response) -> response.sendError(404))
                .with("/error-page", (request, response) -> response.getWriter().print("the application's error page"))
                .withErrorPage(500, "/error-page")
                .start();
    }

    @AfterEach
    void stop() throws Exception {
        application.close();
        System.clearProperty("stillwater.http.status");
    }

    @Test
    void answersInTheLanguageThatTheClientAsksFor() throws Exception {
        TestApplication.enter();
        HttpResponse<String> french = application.send(application
                .request("/write")
                .header("Accept", "text/html")
                .header("Accept-Language", "it, fr;q=0.8, en;q=0.5"));
        assertThat(french.headers().firstValue("Content-Language")).hasValue("fr");
        assertThat(french.body()).contains("<html lang=\"fr\">", "rien ne peut être modifié");
        HttpResponse<String> whatever =
                application.send(application.request("/write").header("Accept", "text/html"));
        assertThat(whatever.headers().firstValue("Content-Language")).hasValue("en");
    }

    @Test
    void marksEveryResponseWhileWritesAreRefused() throws Exception {
        assertThat(isMarked(application.get("/read"))).isFalse();
        TestApplication.enter();
        assertThat(isMarked(application.get("/read"))).isTrue();
        assertThat(isMarked(application.get("/missing"))).isTrue();
        assertThat(isMarked(application.get("/stillwater/status"))).isTrue();
        assertThat(isMarked(application.send(application.request("/write").POST(BodyPublishers.noBody()))))
                .isTrue();
        TestApplication.leave();
        assertThat(isMarked(application.get("/read"))).isFalse();
    }

    private static boolean isMarked(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Read-Only-Mode")
                .filter("true"::equals)
                .isPresent();
    }

    @Test
    void answersARefusalThatNobodyHandled() throws Exception {
        TestApplication.enter();
        HttpResponse<String> response = application.get("/write");
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValueAsLong("Retry-After").getAsLong())
                .isBetween(290L, 360L);
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(response.body())
                .contains("nothing can be changed")
                .doesNotContain("half an answer", "Orders.place", "because of a test", "Exception");
    }

    @Test
    void keepsTheHeadersThatDoNotBelongToTheOldBody() throws Exception {
        TestApplication.enter();
        HttpResponse<String> response = application.get("/write");
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(response.headers().firstValue("ETag")).isEmpty();
    }

    @Test
    void answersInTheFormThatTheClientWants() throws Exception {
        TestApplication.enter();
        assertThat(typeFor("text/html,application/xhtml+xml,*/*;q=0.8")).startsWith("text/html");
        assertThat(typeFor("application/json")).startsWith("application/problem+json");
        assertThat(typeFor("*/*")).startsWith("text/plain");
        var json = application
                .request("/write")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"));
        assertThat(application.send(json).headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    private String typeFor(String accept) throws Exception {
        return application
                .send(application.request("/write").header("Accept", accept))
                .headers()
                .firstValue("Content-Type")
                .orElseThrow();
    }

    @Test
    void answersWithTheStatusThatTheSettingSays() throws Exception {
        application.close();
        System.setProperty("stillwater.http.status", "409");
        start();
        TestApplication.enter();
        assertThat(application.get("/write").statusCode()).isEqualTo(409);
        assertThat(application.get("/sends-error-only").statusCode()).isEqualTo(409);
        HttpResponse<String> problem =
                application.send(application.request("/write").header("Accept", "application/json"));
        assertThat(problem.statusCode()).isEqualTo(409);
        assertThat(problem.headers().firstValue("Retry-After")).isPresent();
        assertThat(problem.body()).contains("\"status\":409");
    }

    @Test
    void neverTakesTheMethodForAWrite() throws Exception {
        TestApplication.enter();
        var post = application.send(application.request("/read").POST(BodyPublishers.noBody()));
        assertThat(post.statusCode()).isEqualTo(200);
        assertThat(post.body()).isEqualTo("read");
    }

    @Test
    void answersAFrameworkThatSendsAnErrorBeforeItThrows() throws Exception {
        TestApplication.enter();
        for (String path : new String[] {"/sends-error-first", "/sends-error-only"}) {
            HttpResponse<String> response = application.get(path);
            assertThat(response.statusCode()).as(path).isEqualTo(503);
            assertThat(response.headers().firstValue("Retry-After")).isPresent();
            assertThat(response.body()).contains("nothing can be changed").doesNotContain("Request failed");
        }
        assertThat(application.get("/sends-own-error").statusCode()).isEqualTo(500);
        assertThat(application.get("/decides-itself").statusCode()).isEqualTo(409);
    }

    @Test
    void leavesOtherFailuresAlone() throws Exception {
        TestApplication.enter();
        HttpResponse<String> broken = application.get("/broken");
        assertThat(broken.statusCode()).isEqualTo(500);
        assertThat(broken.body()).isEqualTo("the application's error page");
        assertThat(isMarked(broken)).isTrue();
        assertThat(application.get("/missing").statusCode()).isEqualTo(404);
    }

    @Test
    void doesNotPassOffHalfAnAnswerAsAWholeOne() throws Exception {
        TestApplication.enter();
        assertThatThrownBy(() -> application.get("/committed")).isInstanceOf(IOException.class);
    }
}
