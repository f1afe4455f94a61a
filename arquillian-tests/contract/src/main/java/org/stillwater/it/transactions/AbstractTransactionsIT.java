package org.stillwater.it.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
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
import org.stillwater.it.Database;
import org.stillwater.it.Gate;
import org.stillwater.it.Http;
import org.stillwater.it.Operator;
import org.stillwater.it.OwnThread;

@ArquillianTest
@RunAsClient
public abstract class AbstractTransactionsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Operator operator = Operator.of(AbstractTransactionsIT.class);
    private final CompletableFuture<String> waitedFor = new CompletableFuture<>();

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive application() {
        return Archives.war(AbstractTransactionsIT.class)
                .addPackage(AbstractTransactionsIT.class.getPackage())
                .deleteClass(AbstractTransactionsIT.class)
                .addClasses(Database.class, Gate.class);
    }

    @BeforeEach
    void emptyNotes() throws Exception {
        Database.execute("drop table if exists tx_note");
        Database.execute("create table tx_note (text text)");
    }

    @AfterEach
    void leave() {
        get("open");
        operator.leave();
    }

    @ParameterizedTest
    @ValueSource(strings = {"caller", "before-completion", "cdi"})
    void a_drain_waits_for_a_transaction_that_is_open_after_its_method_returned(String how) throws Exception {
        CompletableFuture<String> write = hold(how);
        CompletableFuture<EnterResult> drain = enter();
        assertThat(waitedFor.get()).contains("Notes.add");
        assertThat(notes()).isEmpty();
        assertThat(drain).isNotDone();
        get("open");
        assertThat(write.get()).isEqualTo("done");
        assertThat(drain.get().outcome()).isEqualTo(Outcome.ENTERED);
        assertThat(notes()).containsExactly("written");
    }

    @Test
    void while_it_drains_an_open_transaction_may_begin_another_one() throws Exception {
        CompletableFuture<String> write = hold("requires-new");
        CompletableFuture<EnterResult> drain = enter();
        assertThat(waitedFor.get()).contains("Notes.add");
        assertThat(operator.report().mode()).isEqualTo(AccessMode.DRAINING);
        get("open");
        assertThat(write.get()).isEqualTo("done");
        assertThat(drain.get().outcome()).isEqualTo(Outcome.ENTERED);
        assertThat(notes()).containsExactlyInAnyOrder("outer", "inner");
    }

    final CompletableFuture<String> hold(String how) {
        CompletableFuture<String> held = OwnThread.supply(() -> get(how));
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> held.isDone() || get("held").equals("true"));
        assertThat(held).isNotDone();
        return held;
    }

    final CompletableFuture<EnterResult> enter() {
        CompletableFuture<EnterResult> drain = OwnThread.supply(() -> operator.tryEnter(PATIENCE, progress -> {
            String stragglers = progress.stragglers().toString();
            if (stragglers.contains("add")) {
                waitedFor.complete(stragglers);
            }
        }));
        return drain.whenComplete((result, problem) -> waitedFor.complete("nobody"));
    }

    final String get(String how) {
        try {
            var response = Http.get(base.toURI().resolve("hold?how=" + how));
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return response.body();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    static List<String> notes() throws Exception {
        return Database.texts("select text from tx_note");
    }
}
