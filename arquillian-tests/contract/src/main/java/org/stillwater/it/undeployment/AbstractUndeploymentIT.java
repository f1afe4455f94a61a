package org.stillwater.it.undeployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stillwater.AccessMode;
import org.stillwater.internal.window.DrainProgress;
import org.stillwater.internal.window.EnterResult;
import org.stillwater.it.Archives;
import org.stillwater.it.Database;
import org.stillwater.it.Http;
import org.stillwater.it.Operator;
import org.stillwater.it.OwnThread;
import org.stillwater.it.container.Ports;
import org.stillwater.spi.Report;

@ArquillianTest
@RunAsClient
public abstract class AbstractUndeploymentIT {
    private static final String APPLICATION = "application";
    private static final String WAITING =
            "select pid from pg_locks where locktype = 'advisory' and not granted and objid = " + Blocked.LOCK;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Operator operator = Operator.of(AbstractUndeploymentIT.class);

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = APPLICATION, managed = false, testable = false)
    public static WebArchive application() {
        return Archives.war(AbstractUndeploymentIT.class)
                .addClasses(Blocked.class, BlockedServlet.class, EjbClerk.class, CdiClerk.class, Database.class);
    }

    @BeforeEach
    void noRows() throws Exception {
        Database.execute("drop table if exists undeployment_note");
        Database.execute("create table undeployment_note (text text)");
        deployer.deploy(APPLICATION);
    }

    @AfterEach
    void leave() {
        operator.leave();
    }

    /** No server waits for such a thread; the report stays when the rest of the application is gone. */
    @Test
    void a_drain_waits_for_the_write_of_a_thread_whose_application_is_undeployed() throws Exception {
        isWaitedFor("thread", () -> Awaitility.await().atMost(PATIENCE).until(() -> isStopped(operator.report())));
    }

    final void isWaitedFor(String by, Runnable untilItIsGone) throws Exception {
        try (Connection holder = Database.connect()) {
            execute(holder, "select pg_advisory_lock(" + Blocked.LOCK + ")");
            var request = Http.sendLater(HttpRequest.newBuilder(uri(by)));
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> Database.texts(WAITING).size() == 1);
            var drained = OwnThread.supply(() -> drain(holder, untilItIsGone));
            deployer.undeploy(APPLICATION);
            Drained result = drained.get();
            assertThat(result.result().snapshot().mode()).as(result.toString()).isEqualTo(AccessMode.READ_ONLY);
            request.get();
            assertThat(rows()).isEqualTo(result.rows());
        }
    }

    /** What the drain came to, and the rows that were there at that moment. */
    private record Drained(EnterResult result, List<String> rows) {}

    private Drained drain(Connection holder, Runnable untilItIsGone) {
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> Http.get(uri("nobody")).statusCode() == 404);
            untilItIsGone.run();
            CompletableFuture<DrainProgress> waitedFor = new CompletableFuture<>();
            var drain = OwnThread.supply(() -> operator.tryEnter(PATIENCE, progress -> {
                if (progress.stragglers().toString().contains("Clerk.write")) {
                    waitedFor.complete(progress);
                }
            }));
            assertThat(CompletableFuture.anyOf(waitedFor, drain).get()).isInstanceOf(DrainProgress.class);
            assertThat(operator.report().inFlight()).isOne();
            assertThat(drain).isNotDone();
            assertThat(rows()).isEmpty();
            release(holder);
            EnterResult result = drain.get();
            return new Drained(result, rows());
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            release(holder);
        }
    }

    private static URI uri(String by) {
        return URI.create("http://127.0.0.1:" + Ports.get("http") + "/" + AbstractUndeploymentIT.class.getSimpleName()
                + "/blocked?by=" + by);
    }

    private static boolean isStopped(Report report) {
        return report.fault() != null && report.fault().contains("undeployed");
    }

    private static void release(Connection holder) {
        try {
            execute(holder, "select pg_advisory_unlock_all()");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void execute(Connection connection, String sql) throws Exception {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> rows() throws Exception {
        return Database.texts("select text from undeployment_note");
    }
}
