package org.stillwater.integration.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.AsyncContext;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillwater.internal.gate.Admission;
import org.stillwater.internal.runtime.ReadOnlyRuntime;
import org.stillwater.internal.window.EnterResult;

/** What is refused before the application sees it. */
class EntryTest {
    private static final List<String> UNSAFE = List.of("POST", "PUT", "PATCH", "DELETE", "MKCOL");
    private static final List<String> SAFE = List.of("GET", "HEAD", "OPTIONS", "PROPFIND");

    @TempDir
    private Path directory;

    private final AtomicReference<AsyncContext> waiting = new AtomicReference<>();
    private TestApplication application;

    @BeforeEach
    void prepare() {
        application = new TestApplication(directory)
                .with("/", (request, response) -> response.sendError(404))
                .with("/orders", (request, response) -> response.getWriter().print("reached"))
                .with("/login", (request, response) -> response.getWriter().print("logged in"))
                .with("/events/1", (request, response) -> response.getWriter().print("permits: " + permits()))
                .with(
                        "/forwards",
                        (request, response) ->
                                request.getRequestDispatcher("/orders").forward(request, response))
                .with("/dispatches", (request, response) -> request.startAsync().dispatch("/orders"))
                .with("/fails", (request, response) -> response.sendError(404))
                .with("/error-page", (request, response) -> response.getWriter().print("error page"))
                .with("/later", (request, response) -> {
                    if (waiting.get() == null) {
                        waiting.set(request.startAsync());
                    } else {
                        response.getWriter().print("later");
                    }
                })
                .withErrorPage(404, "/error-page");
    }

    @AfterEach
    void stop() throws Exception {
        application.close();
        System.getProperties()
                .keySet()
                .removeIf(key -> key.toString().startsWith("stillwater.http.")
                        || key.toString().startsWith("stillwater.request-"));
    }

    @Test
    void nothingIsRefusedAtTheDoorUnlessASettingSaysSo() throws Exception {
        start("none");
        TestApplication.enter();
        for (String method : UNSAFE) {
            assertThat(send(method, "/orders").statusCode()).as(method).isEqualTo(200);
        }
    }

    @Test
    void unsafeRequestsAreRefusedAndSafeOnesGoOn() throws Exception {
        start("unsafe");
        for (String method : UNSAFE) {
            assertThat(send(method, "/orders").statusCode()).as(method).isEqualTo(200);
        }
        TestApplication.enter();
        for (String method : UNSAFE) {
            HttpResponse<String> refused = send(method, "/orders");
            assertThat(refused.statusCode()).as(method).isEqualTo(503);
            assertThat(refused.body()).contains("nothing can be changed").doesNotContain("reached");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(refused.headers().firstValue("Read-Only-Mode")).contains("true");
        }
        for (String method : SAFE) {
            assertThat(send(method, "/orders").statusCode()).as(method).isEqualTo(200);
        }
        TestApplication.leave();
        assertThat(send("POST", "/orders").body()).isEqualTo("reached");
    }

    @Test
    void everythingIsRefusedInAFullStopButTheStatusResource() throws Exception {
        start("all");
        assertThat(application.get("/orders").body()).isEqualTo("reached");
        TestApplication.enter();
        for (String method : SAFE) {
            assertThat(send(method, "/orders").statusCode()).as(method).isEqualTo(503);
        }
        assertThat(send("POST", "/orders").body()).contains("cannot be used").doesNotContain("go on reading");
        assertThat(application.get("/missing").statusCode()).isEqualTo(503);
        assertThat(application.get("/stillwater/status").body()).contains("\"mode\":\"READ_ONLY\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unsafe", "all"})
    void anExcludedPathIsNeverRefused(String refuse) throws Exception {
        System.setProperty("stillwater.http.refuse.exclude", "/login, /account/*");
        start(refuse);
        TestApplication.enter();
        assertThat(send("POST", "/login").body()).isEqualTo("logged in");
        assertThat(send("POST", "/login/more").statusCode()).isEqualTo(503);
    }

    @Test
    void whatIsInsideIsNotRefusedOnItsWay() throws Exception {
        System.setProperty("stillwater.http.refuse.exclude", "/forwards, /dispatches, /fails");
        start("all");
        TestApplication.enter();
        assertThat(application.get("/forwards").body()).isEqualTo("reached");
        assertThat(application.get("/dispatches").body()).isEqualTo("reached");
        HttpResponse<String> failed = application.get("/fails");
        assertThat(failed.statusCode()).isEqualTo(404);
        assertThat(failed.body()).isEqualTo("error page");
    }

    @Test
    void aRequestThatWasAdmittedBeforeGoesOnInALaterDispatch() throws Exception {
        System.setProperty("stillwater.request-grace", "1ms");
        start("unsafe");
        CompletableFuture<HttpResponse<String>> response = application.postLater("/later");
        Awaitility.await().until(() -> waiting.get() != null);
        TestApplication.enter();
        assertThat(send("POST", "/later").statusCode()).isEqualTo(503);
        waiting.get().dispatch();
        assertThat(response.get().statusCode()).isEqualTo(200);
        assertThat(response.get().body()).isEqualTo("later");
    }

    @Test
    void theDoorIsShutAsSoonAsADrainBegins() throws Exception {
        start("unsafe");
        CompletableFuture<EnterResult> entering;
        try (Admission straggler = ReadOnlyRuntime.current().admission().enter("a write that does not end")) {
            assertThat(straggler).isNotNull();
            entering = AbstractRequestPermitTest.beginToEnter();
            assertThat(send("POST", "/orders").statusCode()).isEqualTo(503);
            assertThat(entering).isNotDone();
        }
        assertThat(entering.get().outcome()).isEqualTo(EnterResult.Outcome.ENTERED);
    }

    @Test
    void aRequestThatNoDrainWaitsForIsRefusedLikeTheOthers() throws Exception {
        System.setProperty("stillwater.request-exclude", "/events/*");
        start("unsafe");
        assertThat(send("POST", "/events/1").body()).isEqualTo("permits: 0");
        TestApplication.enter();
        assertThat(send("POST", "/events/1").statusCode()).isEqualTo(503);
        assertThat(application.get("/events/1").statusCode()).isEqualTo(200);
    }

    @Test
    void inAFullStopADrainWaitsForReadsToo() throws Exception {
        start("all");
        assertThat(send("GET", "/events/1").body()).isEqualTo("permits: 1");
        assertThat(permits()).isZero();
    }

    @Test
    void theScriptOfAFacesPageGetsAnErrorThatItUnderstands() throws Exception {
        start("unsafe");
        TestApplication.enter();
        HttpResponse<String> refused = application.send(application
                .request("/orders")
                .header("Faces-Request", "partial/ajax")
                .header("Accept", "application/xml, text/xml, */*; q=0.01")
                .POST(BodyPublishers.noBody()));
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/xml");
        assertThat(refused.body()).contains("<partial-response><error>", "nothing can be changed");
    }

    private void start(String refuse) throws Exception {
        System.setProperty("stillwater.http.refuse", refuse);
        application.start();
    }

    private HttpResponse<String> send(String method, String path) throws Exception {
        return application.send(application.request(path).method(method, BodyPublishers.noBody()));
    }

    private static int permits() {
        return ReadOnlyRuntime.current().admission().openPermits().size();
    }
}
