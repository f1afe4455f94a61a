package org.stillwater.it.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stillwater.internal.window.EnterResult;
import org.stillwater.internal.window.EnterResult.Outcome;
import org.stillwater.it.Archives;
import org.stillwater.it.Database;
import org.stillwater.it.Http;
import org.stillwater.it.Operator;

/** Requests that are slow to come. */
@ArquillianTest
@RunAsClient
public abstract class AbstractUploadsIT {
    private static final int MANY = 100;
    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final Duration MARGIN = Duration.ofSeconds(10);
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Operator operator = Operator.of(AbstractUploadsIT.class);
    private final List<Wire> uploads = new ArrayList<>();

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive application() {
        return Archives.war(
                        AbstractUploadsIT.class,
                        "stillwater.request-grace=" + GRACE.toSeconds() + "s",
                        "stillwater.request-exclude=/events/*")
                .addClasses(UploadServlet.class, Shelf.class, Database.class);
    }

    @BeforeEach
    void emptyTheShelf() throws Exception {
        Database.execute("drop table if exists request_note");
        Database.execute("create table request_note (text text)");
    }

    @AfterEach
    void leave() throws Exception {
        for (Wire upload : uploads) {
            upload.close();
        }
        operator.leave();
    }

    @Test
    void a_hundred_slow_uploads_delay_a_drain_by_the_grace_at_most() throws Exception {
        for (int i = 0; i < MANY; i++) {
            uploads.add(Wire.post(uri("upload")));
        }
        awaitInFlight(MANY);
        EnterResult result = operator.tryEnter(LONG, progress -> sendAnotherByteEach());
        assertThat(result.outcome()).isEqualTo(Outcome.ENTERED);
        assertThat(result.took()).isBetween(GRACE, GRACE.plus(MARGIN));
        for (Wire upload : uploads) {
            assertThat(upload.finish()).isEqualTo(503);
        }
        assertThat(rows()).isEmpty();
    }

    @Test
    void a_request_that_has_written_runs_to_its_end_however_long_that_takes() throws Exception {
        Duration held = GRACE.plusSeconds(1);
        Wire upload = begin("upload?write=1");
        assertThat(rows()).containsExactly("first");
        AtomicInteger status = new AtomicInteger();
        Instant began = Instant.now();
        EnterResult result = operator.tryEnter(LONG, progress -> {
            if (status.get() == 0 && Instant.now().isAfter(began.plus(held))) {
                assertThat(progress.stragglers()).singleElement().asString().contains("POST ", "/upload");
                status.set(finish(upload));
            }
        });
        assertThat(result.outcome()).isEqualTo(Outcome.ENTERED);
        assertThat(result.took()).isGreaterThan(held);
        assertThat(status).hasValue(200);
        assertThat(rows()).containsExactlyInAnyOrder("first", "last");
    }

    @Test
    void a_request_whose_path_is_excluded_delays_nothing_and_writes_nothing_in_the_window() throws Exception {
        Wire before = begin("events/upload");
        assertThat(before.finish()).isEqualTo(200);
        assertThat(rows()).containsExactly("last");

        Wire upload = begin("events/upload");
        List<String> stragglers = new ArrayList<>();
        EnterResult result = operator.tryEnter(LONG, progress -> stragglers.addAll(progress.stragglers()));
        assertThat(result.outcome()).isEqualTo(Outcome.ENTERED);
        assertThat(stragglers).noneMatch(line -> line.contains("POST "));
        assertThat(upload.finish()).isEqualTo(503);
        assertThat(rows()).containsExactly("last");
    }

    private Wire begin(String path) throws Exception {
        int before = begun();
        Wire upload = Wire.post(uri(path));
        uploads.add(upload);
        Awaitility.await().atMost(LONG).until(() -> begun() > before);
        return upload;
    }

    private int begun() throws Exception {
        return Integer.parseInt(Http.get(uri("upload")).body());
    }

    private void sendAnotherByteEach() {
        try {
            for (Wire upload : uploads) {
                upload.sendByte();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int finish(Wire upload) {
        try {
            return upload.finish();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitInFlight(long number) {
        Awaitility.await().atMost(LONG).until(() -> operator.report().inFlight() == number);
    }

    private static List<String> rows() throws Exception {
        return Database.texts("select text from request_note");
    }

    private URI uri(String path) {
        return URI.create(base.toString()).resolve(path);
    }
}
