package org.stillwater.integration.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillwater.internal.runtime.ReadOnlyRuntime;

/** The recipes for load balancers, run by the real programs, in front of two servers in read-only mode. */
class RecipesTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** More than the failures after which any of them would give up a server. */
    private static final int MANY = 20;

    @TempDir
    private Path directory;

    @TempDir
    private Path own;

    private final AtomicInteger written = new AtomicInteger();
    private final List<TestApplication> servers = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        for (String name : new String[] {"one", "two"}) {
            servers.add(new TestApplication(directory)
                    .with("/", (request, response) -> response.sendError(404))
                    .with("/read", (request, response) -> response.getWriter().print(name))
                    .with("/write", (request, response) -> {
                        written.incrementAndGet();
                        if (ReadOnlyRuntime.current().refusesWritesHere()) {
                            throw ReadOnlyRuntime.current().refusals().of("Orders.place");
                        }
                    })
                    .start());
        }
    }

    @AfterEach
    void stop() throws Exception {
        for (TestApplication server : servers) {
            server.close();
        }
    }

    @Test
    void haproxyKeepsServersThatRefuse() throws Exception {
        try (LoadBalancer haproxy = LoadBalancer.haproxy(own, port(0), port(1))) {
            assertKeepsServersThatRefuse(haproxy);
            servers.get(1).pause();
            // The checks see that it is gone, and then nobody is sent there.
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> haproxy.output().contains("shop/two is DOWN"));
            assertThat(whoAnswers(haproxy)).containsExactly("one");
        }
    }

    @Test
    void nginxKeepsServersThatRefuse() throws Exception {
        try (LoadBalancer nginx = LoadBalancer.nginx(own, port(0), port(1))) {
            assertKeepsServersThatRefuse(nginx);
        }
    }

    private void assertKeepsServersThatRefuse(LoadBalancer balancer) throws Exception {
        awaitReady(balancer);
        TestApplication.enter();
        for (int i = 0; i < MANY; i++) {
            HttpResponse<String> refused = post(balancer);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Read-Only-Mode")).contains("true");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(refused.body()).contains("nothing can be changed");
        }
        assertThat(written).hasValue(MANY);
        assertThat(whoAnswers(balancer)).as(balancer.output()).containsExactly("one", "two");
        TestApplication.leave();
        assertThat(post(balancer).statusCode()).isEqualTo(200);
    }

    private static void awaitReady(LoadBalancer balancer) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .ignoreExceptionsInstanceOf(ConnectException.class)
                .until(() -> {
                    assertThat(balancer.isAlive()).as(balancer.output()).isTrue();
                    return get(balancer).statusCode() == 200;
                });
    }

    private static Set<String> whoAnswers(LoadBalancer balancer) throws Exception {
        Set<String> answers = new TreeSet<>();
        for (int i = 0; i < MANY; i++) {
            HttpResponse<String> response = get(balancer);
            assertThat(response.statusCode()).as(balancer.output()).isEqualTo(200);
            answers.add(response.body());
        }
        return answers;
    }

    private static HttpResponse<String> get(LoadBalancer balancer) throws IOException, InterruptedException {
        return CLIENT.send(request(balancer, "/app/read").build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(LoadBalancer balancer) throws IOException, InterruptedException {
        return CLIENT.send(
                request(balancer, "/app/write").POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(LoadBalancer balancer, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + balancer.port() + path))
                .timeout(Duration.ofSeconds(20));
    }

    private int port(int server) {
        return servers.get(server).port();
    }
}
