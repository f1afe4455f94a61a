package org.stillwater.it.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.URL;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillwater.it.Archives;
import org.stillwater.it.Database;
import org.stillwater.it.Http;
import org.stillwater.it.Operator;
import org.stillwater.it.writes.Ledger;

@ArquillianTest
@RunAsClient
public abstract class AbstractWaitingIT {
    private final Operator operator = Operator.of(AbstractWaitingIT.class);

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive application() {
        return Archives.war(AbstractWaitingIT.class, "stillwater.wait-timeout=5m")
                .addPackage(AbstractWaitingIT.class.getPackage())
                .deleteClass(AbstractWaitingIT.class)
                .addClasses(Database.class, Ledger.class);
    }

    @BeforeEach
    void emptyLedger() throws Exception {
        Database.execute("drop table if exists ledger");
        Database.execute("create table ledger (line text)");
    }

    @AfterEach
    void leave() {
        operator.leave();
    }

    @ParameterizedTest
    @ValueSource(strings = {"transactional", "plain", "without"})
    void waits_for_the_lift_where_no_transaction_is_there(String till) throws Exception {
        operator.enter();
        CompletableFuture<HttpResponse<String>> booking =
                Http.sendLater(HttpRequest.newBuilder(uri("book?till=" + till)));
        await().until(() -> Http.get(uri("waiters")).body().equals("1"));
        assertThat(lines()).isEmpty();
        operator.leave();
        assertThat(booking.get(30, TimeUnit.SECONDS).body()).isEqualTo("written");
        assertThat(lines()).containsExactly(till);
    }

    @ParameterizedTest
    @ValueSource(strings = {"container", "joining"})
    void is_refused_at_once_where_a_transaction_is_there(String till) throws Exception {
        operator.enter();
        assertThat(Http.get(uri("book?till=" + till)).body())
                .startsWith("refused: ")
                .contains("did not wait, because a transaction is there already");
        assertThat(lines()).isEmpty();
        operator.leave();
        assertThat(Http.get(uri("book?till=" + till)).body()).isEqualTo("written");
    }

    private URI uri(String relative) throws Exception {
        return base.toURI().resolve(relative);
    }

    private static List<String> lines() throws Exception {
        return Database.texts("select line from ledger");
    }
}
