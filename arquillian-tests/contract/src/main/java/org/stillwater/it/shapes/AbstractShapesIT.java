package org.stillwater.it.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stillwater.AccessMode;
import org.stillwater.internal.window.EnterResult;
import org.stillwater.internal.window.EnterResult.Outcome;
import org.stillwater.it.Archives;
import org.stillwater.it.Database;
import org.stillwater.it.Gate;
import org.stillwater.it.Http;
import org.stillwater.it.Operator;
import org.stillwater.it.OwnThread;

@ArquillianTest
@RunAsClient
public abstract class AbstractShapesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration MOMENT = Duration.ofMillis(10);

    private final Operator operator = Operator.of(AbstractShapesIT.class);

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive application() {
        return Archives.war(AbstractShapesIT.class)
                .addPackage(AbstractShapesIT.class.getPackage())
                .deleteClass(AbstractShapesIT.class)
                .addClasses(Database.class, Gate.class)
                .addAsResource(persistenceXml(), "META-INF/persistence.xml");
    }

    private static StringAsset persistenceXml() {
        return new StringAsset(String.format(Locale.ROOT, """
                <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
                  <persistence-unit name="shapes">
                    <jta-data-source>%s</jta-data-source>
                  </persistence-unit>
                </persistence>
                """, Database.serverDataSource()));
    }

    @BeforeEach
    void clean() throws Exception {
        noRows();
    }

    static void noRows() throws Exception {
        Database.execute("create table if not exists shape_note (text text)");
        Database.execute("truncate shape_note");
    }

    @AfterEach
    void leave() {
        get("do=clear");
        operator.leave();
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void a_drain_waits_for_a_shape_until_it_is_over_and_no_longer(Shape shape) throws Exception {
        isWaitedForUntilItIsOver(shape);
    }

    @ParameterizedTest
    @EnumSource(End.class)
    void a_drain_waits_for_an_end_until_it_is_over_and_no_longer(End end) throws Exception {
        isWaitedForUntilItIsOver(end);
    }

    /** Rows that others see while it is held inside. */
    protected int rowsWhileHeld(Scenario scenario) {
        return scenario.rowsInside();
    }

    /** Rows that are there in the end. */
    protected int rowsInTheEnd(Scenario scenario) {
        return scenario.rowsAfter();
    }

    final void isWaitedForUntilItIsOver(Scenario scenario) throws Exception {
        CompletableFuture<String> write = hold(scenario);
        assertThat(rows()).as("rows while it is held").hasSize(rowsWhileHeld(scenario));
        CompletableFuture<EnterResult> drain = enter();
        awaitOneInFlight();
        assertThat(drain).isNotDone();

        go("inside");
        assertThat(drain.get().outcome()).isEqualTo(Outcome.ENTERED);
        assertThat(rows()).as("rows once it has drained").hasSize(rowsInTheEnd(scenario));
        awaitHeld("after", write);

        go("after");
        assertThat(write.get()).startsWith(scenario.outcome()).endsWith(", then refused");
        assertThat(rows()).as("rows in the window").hasSize(rowsInTheEnd(scenario));
        assertThat(operator.report().inFlight()).isZero();
    }

    /** Starts it and returns when it is held inside. */
    final CompletableFuture<String> hold(Scenario scenario) {
        CompletableFuture<String> write = OwnThread.supply(() -> get("do=hold&what=" + scenario));
        awaitHeld("inside", write);
        return write;
    }

    final CompletableFuture<EnterResult> enter() {
        return OwnThread.supply(() -> operator.tryEnter(PATIENCE, progress -> {}));
    }

    /** That one write is in flight is what an operator is told. */
    final void awaitOneInFlight() {
        Awaitility.await().atMost(PATIENCE).pollInterval(MOMENT).untilAsserted(() -> {
            var report = operator.report();
            assertThat(report.mode()).isEqualTo(AccessMode.DRAINING);
            assertThat(report.drained()).isFalse();
            assertThat(report.inFlight()).isOne();
            assertThat(report.stragglers()).hasSize(1);
        });
    }

    final void awaitHeld(String where, CompletableFuture<String> write) {
        Awaitility.await().atMost(PATIENCE).pollInterval(MOMENT).until(() -> {
            assertThat(write).isNotDone();
            return get("do=held").equals(where);
        });
    }

    /** Lets go who is held there. */
    final void go(String where) {
        assertThat(get("do=held")).isEqualTo(where);
        get("do=go");
    }

    final String get(String query) {
        try {
            var response = Http.get(base.toURI().resolve("shape?" + query));
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return response.body();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    static List<String> rows() throws Exception {
        return Database.texts("select text from shape_note");
    }
}
