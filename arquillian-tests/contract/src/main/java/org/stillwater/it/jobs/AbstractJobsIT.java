package org.stillwater.it.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillwater.internal.window.DrainProgress;
import org.stillwater.it.Archives;
import org.stillwater.it.Database;
import org.stillwater.it.Gate;
import org.stillwater.it.Http;
import org.stillwater.it.Operator;
import org.stillwater.it.OwnThread;

@ArquillianTest
@RunAsClient
public abstract class AbstractJobsIT {
    private static final String JOB = """
            <job id="%s" xmlns="https://jakarta.ee/xml/ns/jakartaee" version="2.0">
              <step id="book">
                %s
                <chunk item-count="10" %s>
                  <reader ref="numbers"/>
                  <writer ref="ledger"/>
                  %s
                </chunk>
              </step>
            </job>
            """;
    private static final String LISTENER = "<listeners><listener ref=\"stillwaterChunks\"/></listeners>";
    private static final String SKIPS =
            "<skippable-exception-classes><include class=\"java.lang.Exception\"/>%s</skippable-exception-classes>";
    private static final String REFUSALS = "<exclude class=\"org.stillwater.ReadOnlyModeException\"/>";
    private static final String MANY = "skip-limit=\"1000\"";

    private final Operator operator = Operator.of(AbstractJobsIT.class);

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive application() {
        return Archives.war(AbstractJobsIT.class)
                .addPackage(AbstractJobsIT.class.getPackage())
                .deleteClass(AbstractJobsIT.class)
                .addClasses(Database.class, Gate.class)
                .addAsResource(job("marked", LISTENER, MANY, skips("")), "META-INF/batch-jobs/marked.xml")
                .addAsResource(job("excluding", "", MANY, skips(REFUSALS)), "META-INF/batch-jobs/excluding.xml")
                .addAsResource(job("plain", "", "", ""), "META-INF/batch-jobs/plain.xml");
    }

    private static StringAsset job(String name, String listener, String limit, String skips) {
        return new StringAsset(String.format(Locale.ROOT, JOB, name, listener, limit, skips));
    }

    private static String skips(String except) {
        return String.format(Locale.ROOT, SKIPS, except);
    }

    @BeforeEach
    void noLines() throws Exception {
        Database.execute("drop table if exists job_line");
        Database.execute("create table job_line (number int)");
    }

    @AfterEach
    void leave() {
        operator.leave();
    }

    @Test
    void a_marked_job_finishes_its_chunk_and_stops_and_goes_on_after_the_lift() throws Exception {
        String execution = ask("start-held", "marked");
        await().until(() -> ask("held", "").equals("true"));
        CompletableFuture<DrainProgress> waitedFor = new CompletableFuture<>();
        var drain = OwnThread.supply(() -> operator.tryEnter(Duration.ofSeconds(60), progress -> {
            if (progress.stragglers().toString().contains("chunk of step 'book' of job 'marked'")) {
                waitedFor.complete(progress);
            }
        }));
        assertThat(CompletableFuture.anyOf(waitedFor, drain).get()).isInstanceOf(DrainProgress.class);
        ask("open", "");
        drain.get();

        await().until(() -> ask("status", execution).equals("STOPPED"));
        assertThat(numbers()).isEqualTo(upTo(40));

        operator.leave();
        String restarted = ask("restart", execution);
        await().until(() -> ask("status", restarted).equals("COMPLETED"));
        assertThat(numbers()).isEqualTo(upTo(Numbers.ALL));
    }

    /** It skips exceptions, so a refusal of its items would lose them. */
    @Test
    void a_marked_job_that_is_started_in_a_window_fails_before_its_first_chunk() throws Exception {
        operator.enter();
        String execution = ask("start", "marked");
        await().until(() -> ask("status", execution).equals("FAILED"));
        assertThat(numbers()).isEmpty();

        operator.leave();
        String restarted = ask("restart", execution);
        await().until(() -> ask("status", restarted).equals("COMPLETED"));
        assertThat(numbers()).isEqualTo(upTo(Numbers.ALL));
    }

    /** One that skips exceptions only if it does not skip refusals: those items would be lost. */
    @ParameterizedTest
    @ValueSource(strings = {"plain", "excluding"})
    void a_job_that_is_not_marked_fails_at_the_chunk_that_is_refused_and_goes_on_from_there(String job)
            throws Exception {
        String execution = ask("start-held", job);
        await().until(() -> ask("held", "").equals("true"));
        operator.enter();
        ask("open", "");
        await().until(() -> ask("status", execution).equals("FAILED"));
        assertThat(numbers()).isEqualTo(upTo(30));

        operator.leave();
        String restarted = ask("restart", execution);
        await().until(() -> ask("status", restarted).equals("COMPLETED"));
        assertThat(numbers()).isEqualTo(upTo(Numbers.ALL));
    }

    private static List<String> upTo(int last) {
        return IntStream.rangeClosed(1, last).mapToObj(Integer::toString).toList();
    }

    private String ask(String command, String what) throws Exception {
        var response = Http.get(base.toURI().resolve("jobs?do=" + command + "&what=" + what));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    private static List<String> numbers() throws Exception {
        return Database.texts("select number from job_line order by number");
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(60));
    }
}
