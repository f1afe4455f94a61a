package org.stillwater.it.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stillwater.it.Archives;
import org.stillwater.it.Http;
import org.stillwater.it.Operator;

@ArquillianTest
@RunAsClient
public abstract class AbstractRequestsIT {
    private static final List<String> ADDRESSES =
            List.of("report", "stillwater/status", "missing", "report?write=1", "report?fail=1");

    private static final String WEB_XML = """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
              <error-page>
                <location>/error-page.html</location>
              </error-page>
            </web-app>
            """;

    private final Operator operator = Operator.of(AbstractRequestsIT.class);

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive application() {
        return Archives.war(AbstractRequestsIT.class)
                .addClasses(Archive.class, ReportServlet.class)
                .setWebXML(new StringAsset(WEB_XML))
                .addAsWebResource(new StringAsset("the application's error page"), "error-page.html");
    }

    @AfterEach
    void leave() {
        operator.leave();
    }

    @Test
    void the_status_resource_tells_the_mode_without_cache_and_session() throws Exception {
        var normal = get("stillwater/status");
        assertThat(normal.statusCode()).isEqualTo(200);
        assertThat(normal.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(normal.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(normal.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(normal.body())
                .contains("\"mode\":\"READ_WRITE\"", "\"epoch\":", "\"since\":null", "\"expectedEnd\":null");
        operator.enter();
        assertThat(get("stillwater/status").body())
                .contains("\"mode\":\"READ_ONLY\"", "\"verified\":true", "\"since\":\"2", "\"expectedEnd\":\"2")
                .doesNotContain("a test", "reason");
    }

    @Test
    void every_response_is_marked_while_writes_are_refused() throws Exception {
        for (String path : ADDRESSES) {
            assertThat(get(path).headers().firstValue("Read-Only-Mode"))
                    .as(path)
                    .isEmpty();
        }
        operator.enter();
        for (String path : ADDRESSES) {
            assertThat(get(path).headers().firstValue("Read-Only-Mode"))
                    .as(path)
                    .contains("true");
        }
    }

    @Test
    void the_application_answers_its_own_failures() throws Exception {
        operator.enter();
        var failed = get("report?fail=1");
        assertThat(failed.statusCode()).isEqualTo(500);
        assertThat(failed.body()).isEqualTo("the application's error page");
    }

    @Test
    void reading_works_by_whatever_method() throws Exception {
        operator.enter();
        assertThat(get("report").body()).isEqualTo("the report");
        var post = Http.send(HttpRequest.newBuilder(uri("report")).POST(BodyPublishers.noBody()));
        assertThat(post.statusCode()).isEqualTo(200);
        assertThat(post.body()).isEqualTo("the report");
    }

    @Test
    void writing_is_refused_by_whatever_method_and_says_when_to_come_back() throws Exception {
        assertThat(get("report?write=1").statusCode()).isEqualTo(200);
        operator.enter();
        var refused = get("report?write=1");
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValueAsLong("Retry-After").getAsLong())
                .isBetween(500L, 660L);
        assertThat(refused.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(refused.body()).contains("Read-only mode").doesNotContain("the report", "Exception", "Archive");
    }

    @Test
    void a_browser_gets_a_page_and_a_program_gets_a_problem() throws Exception {
        operator.enter();
        var page = accepting("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.body()).contains("<html lang=\"en\">").doesNotContain("Exception");
        var problem = accepting("application/json");
        assertThat(problem.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(problem.body()).contains("\"status\":503", "\"mode\":\"READ_ONLY\"");
    }

    private HttpResponse<String> accepting(String types) throws Exception {
        return Http.send(HttpRequest.newBuilder(uri("report?write=1")).header("Accept", types));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return Http.get(uri(path));
    }

    private URI uri(String path) throws URISyntaxException {
        return base.toURI().resolve(path);
    }
}
