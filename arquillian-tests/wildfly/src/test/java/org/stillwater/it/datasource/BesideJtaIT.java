package org.stillwater.it.datasource;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.stillwater.internal.window.EnterResult;
import org.stillwater.it.Archives;
import org.stillwater.it.Database;
import org.stillwater.it.Gate;
import org.stillwater.it.Http;
import org.stillwater.it.Operator;
import org.stillwater.it.OwnThread;

/** A guarded data source with {@code jta="false"}, used within JTA transactions, which are not what commits its writes. */
@ArquillianTest
@RunAsClient
class BesideJtaIT {
    private final Operator operator = Operator.of(BesideJtaIT.class);

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive application() {
        // So that only the library knows of the writes.
        return Archives.war(BesideJtaIT.class, "stillwater.verify-drain=false")
                .addClasses(BesideServlet.class, Way.class, Gate.class);
    }

    @BeforeEach
    void fill() throws Exception {
        Database.execute("""
                drop table if exists jdbc_note;
                create table jdbc_note (id int primary key, text text);
                create or replace function write_jdbc_note() returns int language sql as
                    $$ insert into jdbc_note values (3, 'by a function'); select 1 $$""");
    }

    @AfterEach
    void leave() throws Exception {
        call("open");
        operator.leave();
    }

    @ParameterizedTest
    @CsvSource({"write-late, 0", "write-auto, 1"})
    void a_write_is_waited_for_although_the_jta_transaction_is_over(String how, int visible) throws Exception {
        var write = OwnThread.supply(() -> call(how));
        Awaitility.await().until(() -> write.isDone() || call("held").equals("true"));
        assertThat(write).isNotDone();
        assertThat(Database.texts("select text from jdbc_note")).hasSize(visible);
        var drain = operator.enterAndAwaitStraggler("insert into jdbc_note");
        assertThat(drain).isNotDone();
        call("open");
        assertThat(write.get()).isEqualTo("done");
        assertThat(drain.get().outcome()).isEqualTo(EnterResult.Outcome.ENTERED);
        assertThat(Database.texts("select text from jdbc_note")).containsExactly("new");
    }

    @Test
    void each_transaction_of_the_connection_is_made_read_only() throws Exception {
        operator.enter();
        assertThat(call("read-twice")).startsWith("refused: STILL00605").contains("PSQLException");
        assertThat(Database.texts("select text from jdbc_note")).isEmpty();
    }

    private String call(String what) {
        try {
            var response = Http.get(base.toURI().resolve("note?do=" + what));
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return response.body();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
