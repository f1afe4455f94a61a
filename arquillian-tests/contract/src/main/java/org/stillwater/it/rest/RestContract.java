package org.stillwater.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillwater.it.Archives;
import org.stillwater.it.Http;
import org.stillwater.it.Operator;
import org.stillwater.it.OwnThread;

@ArquillianTest
@RunAsClient
abstract class RestContract {
    private final Operator operator;

    @ArquillianResource
    private URL base;

    RestContract(Class<?> test) {
        this.operator = Operator.of(test);
    }

    static WebArchive application(Class<?> test, Class<?> application) {
        return Archives.war(test)
                .addClasses(
                        application,
                        OrdersResource.class,
                        NotesResource.class,
                        Guarded.class,
                        LateWrite.class,
                        LateEjbResource.class,
                        LateTransactionalResource.class,
                        WrappedResource.class,
                        WrappedResource.OwnException.class,
                        OwnMapper.class,
                        OwnThread.class);
    }

    @AfterEach
    void leave() {
        operator.leave();
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "notes"})
    void a_refused_write_is_a_problem_with_a_time_to_come_back(String resource) throws Exception {
        assertThat(post(resource, "application/json").statusCode()).isEqualTo(200);
        operator.enter();
        for (String accept : new String[] {"application/json", "*/*"}) {
            var response = post(resource, accept);
            assertRefused(response);
            assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("application/problem+json");
            assertThat(response.body())
                    .contains("\"type\":\"urn:stillwater:problem:read-only-mode\"", "\"status\":503", "\"detail\":\"");
        }
        operator.leave();
        assertThat(post(resource, "application/json").statusCode()).isEqualTo(200);
    }

    @Test
    void a_browser_gets_a_page() throws Exception {
        operator.enter();
        var response = post("orders", "text/html,application/xhtml+xml,*/*;q=0.8");
        assertRefused(response);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(response.body()).contains("<html lang=\"en\">");
    }

    @Test
    void reading_works_by_whatever_method() throws Exception {
        operator.enter();
        assertThat(post("orders/search", "application/json").statusCode()).isEqualTo(200);
        var get = Http.get(base.toURI().resolve("rest/orders"));
        assertThat(get.statusCode()).isEqualTo(200);
        assertThat(get.headers().firstValue("Read-Only-Mode")).contains("true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "late-ejb",
                "late-transactional",
                "wrapped/runtime",
                "wrapped/checked",
                "wrapped/error",
                "wrapped/stage"
            })
    void a_refusal_is_found_inside_of_what_wraps_it(String resource) throws Exception {
        assertThat(post(resource, "*/*").statusCode()).isEqualTo(200);
        operator.enter();
        var response = post(resource, "application/json");
        assertRefused(response);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
    }

    @Test
    void the_application_goes_on_handling_what_is_its_own() throws Exception {
        operator.enter();
        assertThat(post("wrapped/mapped", "*/*").statusCode()).isEqualTo(418);
        assertThat(post("wrapped/other", "*/*").statusCode()).isEqualTo(500);
    }

    @Test
    void the_runtime_goes_on_answering_by_itself() throws Exception {
        operator.enter();
        var uri = base.toURI().resolve("rest/orders");
        assertThat(Http.send(HttpRequest.newBuilder(uri).method("OPTIONS", BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(Http.send(HttpRequest.newBuilder(uri).DELETE()).statusCode()).isEqualTo(405);
        assertThat(Http.get(base.toURI().resolve("rest/missing")).statusCode()).isEqualTo(404);
    }

    private static void assertRefused(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(503);
        assertThat(response.headers().firstValueAsLong("Retry-After").getAsLong())
                .isBetween(500L, 660L);
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(response.headers().firstValue("Read-Only-Mode")).contains("true");
        assertThat(response.body()).doesNotContain("Guarded", "Exception");
    }

    private HttpResponse<String> post(String resource, String accept) throws Exception {
        return Http.send(HttpRequest.newBuilder(base.toURI().resolve("rest/" + resource))
                .header("Accept", accept)
                .POST(BodyPublishers.noBody()));
    }
}
