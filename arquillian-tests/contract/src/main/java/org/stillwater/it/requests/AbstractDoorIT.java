package org.stillwater.it.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stillwater.it.Archives;
import org.stillwater.it.Http;
import org.stillwater.it.Operator;

/** All that is set by {@code stillwater.http.*}, on one application. */
@ArquillianTest
@RunAsClient
public abstract class AbstractDoorIT {
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private final Operator operator = Operator.of(AbstractDoorIT.class);

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive application() {
        return Archives.war(
                        AbstractDoorIT.class,
                        "stillwater.http.status=409",
                        "stillwater.http.refuse=unsafe",
                        "stillwater.http.refuse.exclude=/report",
                        "stillwater.http.page=/WEB-INF/read-only.xhtml")
                .addClasses(Archive.class, ReportServlet.class, EndsApplication.class, RefusedResource.class)
                .addAsWebInfResource("faces/faces-config.xml", "faces-config.xml")
                .addAsWebInfResource("requests/read-only.xhtml", "read-only.xhtml")
                .addAsWebResource("requests/search.xhtml", "search.xhtml");
    }

    @AfterEach
    void leave() {
        operator.leave();
    }

    @Test
    void an_unsafe_request_does_not_come_in_unless_it_is_excluded() throws Exception {
        assertThat(post("search.xhtml", "").statusCode()).isEqualTo(200);
        operator.enter();
        HttpResponse<String> refused = post("search.xhtml", "");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(post("report", "").body()).isEqualTo("the report");
        assertThat(get("search.xhtml").statusCode()).isEqualTo(200);
    }

    @Test
    void a_browser_gets_the_page_of_the_application() throws Exception {
        operator.enter();
        for (HttpResponse<String> refused :
                new HttpResponse[] {get("report?write=1"), post("search.xhtml", "form=form")}) {
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/html");
            assertThat(refused.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(refused.body())
                    .contains("[own page: This application is being updated", "was not saved.]")
                    .doesNotContain("the report");
        }
    }

    @Test
    void so_does_the_postback_of_another_page() throws Exception {
        String page = get("search.xhtml").body();
        operator.enter();
        String state = page.replaceAll("(?s).*name=\"jakarta.faces.ViewState\"[^>]*? value=\"([^\"]*)\".*", "$1");
        HttpResponse<String> refused = post(
                "search.xhtml",
                "form=form&form:search=Search&jakarta.faces.ViewState="
                        + java.net.URLEncoder.encode(state, java.nio.charset.StandardCharsets.UTF_8));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("[own page: ").doesNotContain("<form");
    }

    @Test
    void the_script_of_a_faces_page_gets_what_it_can_read() throws Exception {
        operator.enter();
        HttpResponse<String> refused = Http.send(
                request("search.xhtml").header("Faces-Request", "partial/ajax").POST(BodyPublishers.noBody()));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/xml");
        assertThat(refused.body()).contains("<partial-response><error><error-name>");
    }

    @Test
    void a_rest_client_gets_the_same_status() throws Exception {
        assertThat(get("rest/refused").statusCode()).isEqualTo(200);
        operator.enter();
        HttpResponse<String> refused = Http.send(request("rest/refused").header("Accept", "application/json"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.body()).contains("\"status\":409");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return Http.send(request(path).header("Accept", BROWSER));
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        return Http.send(request(path)
                .header("Accept", BROWSER)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private HttpRequest.Builder request(String path) throws Exception {
        URI uri = base.toURI().resolve(path);
        return HttpRequest.newBuilder(uri);
    }
}
