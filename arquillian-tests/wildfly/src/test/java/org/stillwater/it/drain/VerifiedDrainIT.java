package org.stillwater.it.drain;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillwater.AccessMode;
import org.stillwater.internal.window.EnterResult;
import org.stillwater.internal.window.EnterResult.Outcome;
import org.stillwater.it.Archives;
import org.stillwater.it.CommandLine;
import org.stillwater.it.Database;
import org.stillwater.it.Gate;
import org.stillwater.it.Operator;
import org.stillwater.it.OwnThread;

/** One persistence unit on PostgreSQL, and writers of the same user that no permit stands for. */
@ArquillianTest
@RunAsClient
class VerifiedDrainIT {
    private static final String NOTES = "select text from jdbc_note";

    private final Operator operator = Operator.of(VerifiedDrainIT.class);
    private final CompletableFuture<String> waitedFor = new CompletableFuture<>();

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive application() {
        return Archives.war(VerifiedDrainIT.class)
                .addClasses(JdbcServlet.class, Gate.class, Database.class, OwnThread.class)
                .addAsResource(Units.persistenceXml("shop=" + Database.serverDataSource()), "META-INF/persistence.xml");
    }

    @BeforeEach
    void table() throws Exception {
        Database.execute("drop table if exists jdbc_note; create table jdbc_note (text text)");
    }

    @AfterEach
    void leave() throws Exception {
        client().call("open");
        operator.leave();
    }

    @Test
    void without_any_writer_it_is_verified_and_the_command_line_says_so() throws Exception {
        operator.enter();
        assertThat(operator.report().isDrainVerified()).isTrue();
        var status = CommandLine.run(
                "status", "--store=" + Operator.store(VerifiedDrainIT.class).toAbsolutePath());
        assertThat(status.output())
                .contains(", drained, verified by PostgreSQL")
                .contains("drain: persistence unit 'shop': verified by PostgreSQL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"write", "write-local"})
    void plain_jdbc_beside_the_persistence_unit_holds_the_drain_until_it_commits(String how) throws Exception {
        var write = client().hold(how);
        var drain = enterLater();
        assertThat(waitedFor.get()).contains("PostgreSQL transaction");
        assertThat(Database.texts(NOTES)).isEmpty();
        assertThat(drain).isNotDone();
        client().call("open");
        assertThat(write.get()).isEqualTo("written");
        assertVerified(drain.get());
        assertThat(Database.texts(NOTES)).containsExactly("plain");
    }

    @Test
    void plain_jdbc_that_does_not_end_aborts_the_drain_and_is_named() throws Exception {
        var write = client().hold("write");
        EnterResult result = operator.tryEnter(Duration.ofSeconds(2), progress -> {});
        assertThat(result.outcome()).isEqualTo(Outcome.DRAIN_TIMED_OUT);
        assertThat(result.progress().stragglers()).singleElement().asString().contains("PostgreSQL transaction");
        assertThat(operator.report().mode()).isEqualTo(AccessMode.READ_WRITE);
        client().call("open");
        assertThat(write.get()).isEqualTo("written");
    }

    @Test
    void a_console_of_the_same_user_holds_the_drain_until_it_commits() throws Exception {
        try (Connection console = Database.connect();
                var statement = console.createStatement()) {
            console.setAutoCommit(false);
            statement.execute("insert into jdbc_note values ('by hand')");
            var drain = enterLater();
            assertThat(waitedFor.get()).contains("PostgreSQL transaction");
            assertThat(drain).isNotDone();
            console.commit();
            assertVerified(drain.get());
        }
        assertThat(Database.texts(NOTES)).containsExactly("by hand");
    }

    @Test
    void a_forgotten_branch_holds_the_drain_until_it_is_decided() throws Exception {
        try (Connection console = Database.connect();
                var statement = console.createStatement()) {
            console.setAutoCommit(false);
            statement.execute("insert into jdbc_note values ('prepared')");
            statement.execute("prepare transaction 'forgotten'");
        }
        var drain = enterLater();
        assertThat(waitedFor.get()).contains("ROLLBACK PREPARED 'forgotten'");
        assertThat(drain).isNotDone();
        Database.execute("rollback prepared 'forgotten'");
        assertVerified(drain.get());
        assertThat(Database.texts(NOTES)).isEmpty();
    }

    @Test
    void an_exhausted_pool_delays_the_drain_by_seconds_only_and_no_heartbeat() throws Exception {
        var exhausted = client().hold("exhaust");
        var oldest = new AtomicLong();
        EnterResult result = operator.tryEnter(
                Duration.ofSeconds(60),
                progress -> progress.waitingFor()
                        .forEach(report -> oldest.accumulateAndGet(
                                Duration.between(report.updated(), Instant.now())
                                        .toMillis(),
                                Math::max)));
        assertThat(result.outcome()).isEqualTo(Outcome.ENTERED);
        assertThat(result.took()).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(20));
        assertThat(oldest).hasValueLessThan(4000);
        assertThat(operator.report().drains())
                .singleElement()
                .asString()
                .startsWith("persistence unit 'shop': counted writes only, because no answer within 5000 ms");
        client().call("open");
        assertThat(exhausted.get()).isEqualTo("exhausted");
        operator.leave();
        operator.enter();
        assertThat(operator.report().isDrainVerified()).as("the next drain").isTrue();
    }

    private void assertVerified(EnterResult result) {
        assertThat(result.outcome()).isEqualTo(Outcome.ENTERED);
        assertThat(operator.report().drains())
                .singleElement()
                .hasToString("persistence unit 'shop': verified by PostgreSQL");
    }

    private CompletableFuture<EnterResult> enterLater() {
        return OwnThread.supply(() -> operator.tryEnter(Duration.ofSeconds(60), progress -> {
                    if (progress.waitingFor().stream()
                            .anyMatch(report -> !report.stragglers().isEmpty())) {
                        waitedFor.complete(progress.stragglers().toString());
                    }
                }))
                .whenComplete((result, problem) -> waitedFor.complete("nobody"));
    }

    private Client client() throws Exception {
        return new Client(base.toURI());
    }
}
