package org.stillwater.it.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stillwater.internal.window.EnterResult;
import org.stillwater.internal.window.EnterResult.Outcome;
import org.stillwater.it.Archives;
import org.stillwater.it.Http;
import org.stillwater.it.Operator;

@ArquillianTest
@RunAsClient
public abstract class AbstractSoftPermitIT {
    private static final Duration GRACE = Duration.ofSeconds(3);
    private static final Duration LONG = Duration.ofSeconds(25);

    private final Operator operator = Operator.of(AbstractSoftPermitIT.class);

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive application() {
        return Archives.war(AbstractSoftPermitIT.class, "stillwater.request-grace=" + GRACE.toSeconds() + "s")
                .addClasses(Archive.class, SlowServlet.class);
    }

    @AfterEach
    void leave() {
        operator.leave();
    }

    @Test
    void a_request_that_ends_within_the_grace_is_not_cut_in_half() throws Exception {
        assertIsNotCutInHalf("slow");
    }

    @Test
    void neither_is_an_asynchronous_one() throws Exception {
        assertIsNotCutInHalf("slow?async=1");
    }

    private void assertIsNotCutInHalf(String path) throws Exception {
        var response = begin(path);
        List<String> stragglers = new ArrayList<>();
        EnterResult result = operator.tryEnter(LONG, progress -> {
            if (stragglers.isEmpty() && progress.stragglers().toString().contains("POST")) {
                stragglers.addAll(progress.stragglers());
                release();
            }
        });
        assertThat(result.outcome()).isEqualTo(Outcome.ENTERED);
        assertThat(stragglers).singleElement().asString().contains("POST ", "/slow");
        assertThat(response.get().body()).isEqualTo("written at the end");
    }

    @Test
    void a_request_that_has_not_written_delays_the_drain_by_the_grace_at_most() throws Exception {
        var response = begin("slow");
        EnterResult result = operator.tryEnter(LONG, progress -> {});
        assertThat(result.outcome()).isEqualTo(Outcome.ENTERED);
        assertThat(result.took()).isBetween(GRACE, LONG.minusSeconds(5));
        release();
        assertThat(response.get().statusCode()).isEqualTo(503);
    }

    @Test
    void a_request_that_has_written_is_waited_for() throws Exception {
        var response = begin("slow?write=1");
        EnterResult result = operator.tryEnter(GRACE.plusSeconds(2), progress -> {});
        assertThat(result.outcome()).isEqualTo(Outcome.DRAIN_TIMED_OUT);
        assertThat(result.progress().stragglers()).singleElement().asString().contains("POST ", "/slow");
        release();
        assertThat(response.get().body()).isEqualTo("written at the end");
    }

    private CompletableFuture<HttpResponse<String>> begin(String path) {
        var response = Http.sendLater(HttpRequest.newBuilder(uri(path)).POST(BodyPublishers.noBody()));
        Awaitility.await().atMost(LONG).until(() -> Http.get(uri("slow")).body().equals("1"));
        return response;
    }

    private void release() {
        try {
            Http.get(uri("slow?release=1"));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private URI uri(String path) {
        return URI.create(base.toString()).resolve(path);
    }
}
