package org.stillwater.it.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
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

/** What load balancers and orchestrators see, even of a full stop: an application that is up. */
@ArquillianTest
@RunAsClient
public abstract class AbstractProbesIT {
    private final Operator operator = Operator.of(AbstractProbesIT.class);

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive application() {
        return Archives.war(
                        AbstractProbesIT.class, "stillwater.http.refuse=all", "stillwater.http.page=/WEB-INF/stop.jsp")
                .addClasses(Archive.class, ReportServlet.class)
                .addAsWebInfResource(
                        new StringAsset(
                                "<p>${requestScope['stillwater.title']}: ${requestScope['stillwater.message']}"),
                        "stop.jsp");
    }

    @AfterEach
    void leave() {
        operator.leave();
    }

    /** Where the server answers the probes of its own. */
    protected abstract URI health(URI application);

    @Test
    void probes_see_no_difference() throws Exception {
        assertThat(get("report").statusCode()).isEqualTo(200);
        List<String> before = probes();
        operator.enter();
        assertThat(get("report").statusCode()).isEqualTo(503);
        assertThat(get("no-such-page").statusCode()).isEqualTo(503);
        assertThat(probes()).isEqualTo(before);
    }

    @Test
    void a_full_stop_may_have_a_page_of_its_own() throws Exception {
        operator.enter();
        HttpResponse<String> stopped =
                Http.send(HttpRequest.newBuilder(base.toURI().resolve("report")).header("Accept", "text/html"));
        assertThat(stopped.statusCode()).isEqualTo(503);
        assertThat(stopped.headers().firstValue("Retry-After")).isPresent();
        assertThat(stopped.body())
                .startsWith("<p>Update in progress: This application is being updated and cannot be used until about");
    }

    /** All of them succeed. What the server's say, in whatever form it says it. */
    private List<String> probes() throws Exception {
        assertThat(get("stillwater/status").statusCode()).isEqualTo(200);
        List<String> answers = new ArrayList<>();
        for (String probe : List.of("live", "ready")) {
            HttpResponse<String> answer = Http.get(health(base.toURI()).resolve(probe));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            answers.add(answer.body());
        }
        return answers;
    }

    private HttpResponse<String> get(String path) throws Exception {
        return Http.get(base.toURI().resolve(path));
    }
}
