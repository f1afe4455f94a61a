package org.stillwater.demo.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSession;
import org.junit.jupiter.api.Test;

/** A refusal counts as one only if it is made as promised. */
class JudgementTest {

    private static final String MARKER = "demo-1-000001";

    @Test
    void rest_success_is_done() {
        assertThat(Write.PLACE_ORDER.judge(answer(201, Map.of(), ""), MARKER)).isEqualTo(Outcome.DONE);
        assertThat(Write.MOVE_ORDER.judge(answer(204, Map.of(), ""), MARKER)).isEqualTo(Outcome.DONE);
    }

    @Test
    void rest_refusal_says_when_to_come_back() {
        assertThat(Write.UNDECLARED.judge(answer(503, Map.of("Retry-After", List.of("30")), ""), MARKER))
                .isEqualTo(Outcome.REFUSED);
    }

    @Test
    void rest_503_without_a_time_is_a_failure() {
        assertThat(Write.MOVE_ORDER.judge(answer(503, Map.of(), ""), MARKER)).isEqualTo(Outcome.FAILED);
    }

    @Test
    void rest_500_is_a_failure() {
        assertThat(Write.RECEIVE_PARTS.judge(answer(500, Map.of("Retry-After", List.of("30")), ""), MARKER))
                .isEqualTo(Outcome.FAILED);
    }

    @Test
    void form_that_redirects_is_done() {
        assertThat(Write.FACES_FORM.judge(answer(302, Map.of(), ""), MARKER)).isEqualTo(Outcome.DONE);
    }

    @Test
    void form_with_message_and_input_is_a_refusal() {
        assertThat(form("<li class=\"error\">Not now</li><textarea>" + MARKER + "</textarea>"))
                .isEqualTo(Outcome.REFUSED);
    }

    @Test
    void form_that_lost_its_input_is_a_failure() {
        assertThat(form("<li class=\"error\">Not now</li><textarea></textarea>"))
                .isEqualTo(Outcome.FAILED);
    }

    @Test
    void form_without_a_message_is_a_failure() {
        assertThat(form("<textarea>" + MARKER + "</textarea>")).isEqualTo(Outcome.FAILED);
    }

    private static Outcome form(String body) {
        return Write.FACES_FORM.judge(answer(200, Map.of(), body), MARKER);
    }

    private static HttpResponse<String> answer(int status, Map<String, List<String>> headers, String body) {
        return new Answer(status, HttpHeaders.of(headers, (name, value) -> true), body);
    }

    private record Answer(int statusCode, HttpHeaders headers, String body) implements HttpResponse<String> {

        @Override
        public HttpRequest request() {
            return HttpRequest.newBuilder(uri()).build();
        }

        @Override
        public Optional<HttpResponse<String>> previousResponse() {
            return Optional.empty();
        }

        @Override
        public Optional<SSLSession> sslSession() {
            return Optional.empty();
        }

        @Override
        public URI uri() {
            return URI.create("http://127.0.0.1/");
        }

        @Override
        public HttpClient.Version version() {
            return HttpClient.Version.HTTP_1_1;
        }
    }
}
