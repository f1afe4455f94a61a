package org.stillwater.it.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stillwater.it.Operator;

/** Two hundred pages are open, each of which asks as the script does. */
@ArquillianTest
@RunAsClient
public abstract class AbstractOpenPagesIT {
    private static final int PAGES = 200;
    private static final long INTERVAL = 2500;
    private static final int JITTER = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Operator operator = Operator.of(AbstractOpenPagesIT.class);
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(4);
    private final HttpClient client = HttpClient.newHttpClient();
    private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive application() {
        return DeskArchive.of(AbstractOpenPagesIT.class);
    }

    @AfterEach
    void close() {
        clock.shutdownNow();
        operator.leave();
    }

    @Test
    void all_of_them_follow_a_flip_and_a_lift_and_none_of_them_has_a_session() throws Exception {
        HttpRequest status = HttpRequest.newBuilder(URI.create(base + "stillwater/status?lang=en"))
                .timeout(PATIENCE)
                .build();
        List<OpenPage> pages =
                IntStream.range(0, PAGES).mapToObj(i -> new OpenPage(status, i)).toList();
        pages.forEach(OpenPage::open);
        await(pages, "READ_WRITE", PATIENCE);
        operator.enter();
        await(pages, "READ_ONLY", Duration.ofSeconds(5));
        operator.leave();
        await(pages, "READ_WRITE", Duration.ofSeconds(5));
        assertThat(wrong).isEmpty();
    }

    private static void await(List<OpenPage> pages, String mode, Duration atMost) {
        Awaitility.await(mode)
                .atMost(atMost)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> pages.stream().allMatch(page -> page.seen.contains("\"mode\":\"" + mode + "\"")));
    }

    private final class OpenPage {
        private final HttpRequest status;
        private final Random chance;
        private volatile String seen = "";

        OpenPage(HttpRequest status, int number) {
            this.status = status;
            this.chance = new Random(number);
        }

        void open() {
            clock.schedule(this::ask, chance.nextInt(1000), TimeUnit.MILLISECONDS);
        }

        private void ask() {
            client.sendAsync(status, BodyHandlers.ofString()).whenComplete(this::answered);
        }

        private void answered(HttpResponse<String> answer, Throwable problem) {
            if (problem != null || answer.statusCode() != 200) {
                wrong.add(String.valueOf(problem == null ? answer : problem));
            } else {
                seen = answer.body();
                answer.headers().firstValue("Set-Cookie").ifPresent(wrong::add);
            }
            if (!clock.isShutdown()) {
                clock.schedule(this::ask, INTERVAL + chance.nextInt(JITTER), TimeUnit.MILLISECONDS);
            }
        }
    }
}
