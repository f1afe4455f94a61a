package org.stillwater.demo.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A refusal counts as one only if it is made as promised. */
class JudgementTest {

    private static final String FORM = """
            <form><input type="hidden" name="jakarta.faces.ViewState" id="x" value="-12:34" autocomplete="off" /></form>
            """;

    private HttpServer server;
    private Site site;
    private volatile int status;
    private volatile Map<String, String> headers = Map.of();
    private volatile String body = "";

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        site = new Site(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/shop/"));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void rest_created_is_done() throws Exception {
        status = 201;
        assertThat(judge(Write.PLACE_ORDER)).isEqualTo(Outcome.DONE);
    }

    @Test
    void rest_refusal_says_when_to_come_back() throws Exception {
        status = 503;
        headers = Map.of("Retry-After", "30");
        assertThat(judge(Write.UNDECLARED)).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void rest_503_without_a_time_is_a_failure() throws Exception {
        status = 503;
        assertThat(judge(Write.MOVE_ORDER)).isEqualTo(Outcome.FAILED);
    }

    @Test
    void rest_500_is_a_failure() throws Exception {
        status = 500;
        assertThat(judge(Write.RECEIVE_PARTS)).isEqualTo(Outcome.FAILED);
    }

    @Test
    void form_that_redirects_is_done() throws Exception {
        assertThat(submit(302, "")).isEqualTo(Outcome.DONE);
    }

    @Test
    void form_with_message_and_input_is_a_refusal() throws Exception {
        assertThat(submit(200, "<li class=\"error\">Not now</li><textarea>marker</textarea>"))
                .isEqualTo(Outcome.REFUSED);
    }

    @Test
    void form_that_lost_its_input_is_a_failure() throws Exception {
        assertThat(submit(200, "<li class=\"error\">Not now</li><textarea></textarea>"))
                .isEqualTo(Outcome.FAILED);
    }

    @Test
    void form_without_a_message_is_a_failure() throws Exception {
        assertThat(submit(200, "<textarea>marker</textarea>")).isEqualTo(Outcome.FAILED);
    }

    private Outcome judge(Write write) throws IOException, InterruptedException {
        HttpResponse<String> answer = write.send(site, "marker", new SplittableRandom(1), 10);
        return write.judge(answer, "marker");
    }

    private Outcome submit(int answerStatus, String answerBody) throws IOException, InterruptedException {
        status = 200;
        body = FORM;
        FacesForm form = FacesForm.open(site, "order.xhtml?id=1", "annotate");
        status = answerStatus;
        body = answerBody;
        return FacesForm.judge(form.submit("annotate:note", "marker", "annotate:save"), "marker");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }
}
