package org.stillwater.it.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillwater.internal.window.EnterResult;
import org.stillwater.internal.window.EnterResult.Outcome;
import org.stillwater.it.Archives;
import org.stillwater.it.Database;
import org.stillwater.it.Gate;
import org.stillwater.it.Http;
import org.stillwater.it.Operator;

/** The grace is longer than any test, so that only its end takes the permit of a request. */
@ArquillianTest
@RunAsClient
public abstract class AbstractRequestEndsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** As many as a server has threads that answer requests: one of them is the held request's former one. */
    private static final int PROBES = 32;

    private static final String FRAGMENT = """
            <web-fragment xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
              <error-page>
                <location>/error-page</location>
              </error-page>
            </web-fragment>
            """;

    private final Operator operator = Operator.of(AbstractRequestEndsIT.class);

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive application() {
        return Archives.war(AbstractRequestEndsIT.class, "stillwater.request-grace=1h")
                .addClasses(EndsServlet.class, TimeoutListener.class, ErrorPageServlet.class)
                .addClasses(EndsResource.class, EndsApplication.class, Shelf.class, Database.class, Gate.class)
                .addAsLibrary(ShrinkWrap.create(JavaArchive.class, "error-page.jar")
                        .addAsManifestResource(new StringAsset(FRAGMENT), "web-fragment.xml"));
    }

    @BeforeEach
    void emptyTheShelf() throws Exception {
        Database.execute("drop table if exists request_note");
        Database.execute("create table request_note (text text)");
    }

    @AfterEach
    void leave() throws Exception {
        get("ends/open");
        operator.leave();
    }

    @ParameterizedTest
    @CsvSource({
        "ends/hold-and-write, 200, written",
        "ends/forward, 200, written",
        "ends/forward-to-asynchronous, 200, written",
        "ends/include, 200, written written",
        "ends/error-sent, 409, written",
        "ends/error-thrown, 500, ''",
        "ends/complete, 200, ''",
        "ends/dispatch, 200, written",
        "ends/again, 200, written",
        "ends/failing-dispatch, 500, ''",
        "ends/failing-cycle, 500, ''",
        "ends/time-out-that-completes, 200, ''",
        "ends/time-out-that-dispatches, 200, written",
        "rest/ends/resume, 200, ''",
        "rest/ends/resume-with-failure, 500, ''",
        "rest/ends/time-out-that-resumes, 200, ''",
        "rest/ends/stage, 200, ''",
        "rest/ends/failing-stage, 500, ''"
    })
    void the_permit_lasts_as_long_as_the_request(String path, int status, String rows) throws Exception {
        var response = begin(path);
        assertDrainWaitsFor(path, () -> get("ends/open"));
        assertThat(response.get().statusCode()).isEqualTo(status);
        assertThat(String.join(" ", rows())).isEqualTo(rows);
    }

    /** Servers differ in how, and when, they answer; Payara hangs up half a minute later. */
    @ParameterizedTest
    @ValueSource(strings = {"ends/error-thrown-after-start", "rest/ends/failure-after-resume"})
    void a_request_that_fails_after_it_went_asynchronous_holds_nothing(String path) throws Exception {
        begin(path);
        assertDrainWaitsFor(path, () -> get("ends/open"));
    }

    @ParameterizedTest
    @CsvSource({"ends/time-out, 500", "rest/ends/time-out, 503"})
    void a_time_out_that_nobody_handles_ends_the_permit(String path, int status) throws Exception {
        assertThat(post(path).get().statusCode()).isEqualTo(status);
        assertThat(operator.tryEnter(PATIENCE, progress -> {}).outcome()).isEqualTo(Outcome.ENTERED);
    }

    @Test
    void a_client_that_hangs_up_in_the_middle_of_its_upload_holds_nothing() throws Exception {
        try (Wire wire = Wire.post(uri("ends/read-and-write"))) {
            awaitInFlight(1);
            assertDrainWaitsFor("read-and-write", wire::close);
        }
        assertThat(rows()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"complete, ''", "dispatch, written", "hold-and-write, written"})
    void a_request_goes_on_without_its_client(String how, String rows) throws Exception {
        try (Wire wire = Wire.post(uri("ends/" + how))) {
            awaitHeld();
            wire.close();
            assertDrainWaitsFor(how, () -> get("ends/open"));
        }
        assertThat(String.join(" ", rows())).isEqualTo(rows);
    }

    /** And meanwhile no thread that the request has left is admitted because of it. */
    private void assertDrainWaitsFor(String what, Step end) {
        AtomicReference<String> waitedFor = new AtomicReference<>("nobody");
        AtomicReference<Object> probed = new AtomicReference<>();
        EnterResult result = operator.tryEnter(PATIENCE, progress -> {
            String stragglers = progress.stragglers().toString();
            if (probed.get() == null && stragglers.contains("POST ")) {
                waitedFor.set(stragglers);
                probed.set(probe());
                end.run();
            }
        });
        assertThat(waitedFor.get()).contains("POST ", what);
        assertThat(probed.get()).isEqualTo(List.of(503));
        assertThat(result.outcome()).isEqualTo(Outcome.ENTERED);
    }

    /** The distinct answers to attempts at writing on all the server's threads. */
    private List<Integer> probe() {
        var probes = IntStream.range(0, PROBES)
                .mapToObj(each -> Http.sendLater(HttpRequest.newBuilder(uri("ends/probe"))))
                .toList();
        return probes.stream().map(each -> each.join().statusCode()).distinct().toList();
    }

    private CompletableFuture<HttpResponse<String>> begin(String path) {
        var response = post(path);
        awaitHeld();
        return response;
    }

    private CompletableFuture<HttpResponse<String>> post(String path) {
        return Http.sendLater(HttpRequest.newBuilder(uri(path)).POST(BodyPublishers.noBody()));
    }

    private void awaitHeld() {
        Awaitility.await().atMost(PATIENCE).until(() -> get("ends/held").equals("true"));
    }

    private void awaitInFlight(long number) {
        Awaitility.await().atMost(PATIENCE).until(() -> operator.report().inFlight() == number);
    }

    private static List<String> rows() throws Exception {
        return Database.texts("select text from request_note");
    }

    private String get(String path) throws Exception {
        return Http.get(uri(path)).body();
    }

    private URI uri(String path) {
        return URI.create(base.toString()).resolve(path);
    }

    /** What lets the request end. */
    @FunctionalInterface
    private interface Step {
        void happen() throws Exception;

        default void run() {
            try {
                happen();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
