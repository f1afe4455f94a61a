package org.stillwater.it.objections;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stillwater.AccessMode;
import org.stillwater.it.Archives;
import org.stillwater.it.CommandLine;
import org.stillwater.it.Database;
import org.stillwater.it.Http;
import org.stillwater.it.Operator;
import org.stillwater.it.ServerLog;
import org.stillwater.it.writes.AbstractWritesIT;

@ArquillianTest
@RunAsClient
public abstract class AbstractObjectionsIT {
    private static final String STORE =
            "--store=" + Operator.store(AbstractObjectionsIT.class).toAbsolutePath();
    private static final int OBJECTED = 3;

    private final Operator operator = Operator.of(AbstractObjectionsIT.class);

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive application() {
        return Archives.war(AbstractObjectionsIT.class)
                .addPackage(AbstractObjectionsIT.class.getPackage())
                .deleteClass(AbstractObjectionsIT.class)
                .addPackage(AbstractWritesIT.class.getPackage())
                .deleteClass(AbstractWritesIT.class)
                .addClass(Database.class);
    }

    @BeforeEach
    void noPaymentRun() throws Exception {
        Database.execute("drop table if exists ledger, payment_run");
        Database.execute("create table ledger (line text)");
        Database.execute("create table payment_run (text text)");
    }

    @AfterEach
    void leave() {
        operator.leave();
    }

    @Test
    void an_application_that_objects_stays_writable_and_the_operator_reads_why() throws Exception {
        Database.execute("insert into payment_run values ('payment run 17 is not finished')");
        CommandLine.Result on = CommandLine.run("on", STORE);
        assertThat(on.code()).as(on.output()).isEqualTo(OBJECTED);
        assertThat(on.output())
                .contains("An application objects")
                .contains(AbstractObjectionsIT.class.getSimpleName())
                .contains("payment run 17 is not finished")
                .contains("--in-spite-of-objections");
        assertWritable();
    }

    @Test
    void the_operator_may_go_on_all_the_same() throws Exception {
        Database.execute("insert into payment_run values ('payment run 18 is not finished')");
        CommandLine.Result on = CommandLine.run("on", STORE, "--in-spite-of-objections");
        assertThat(on.code()).as(on.output()).isZero();
        assertThat(write()).isEqualTo("refused for window maintenance");
        assertThat(lines()).isEmpty();
        assertThat(operator.report().mode()).isEqualTo(AccessMode.READ_ONLY);
        assertThat(operator.report().drained()).isTrue();

        CommandLine.Result off = CommandLine.run("off", STORE);
        assertThat(off.code()).as(off.output()).isZero();
        Awaitility.await().untilAsserted(() -> assertThat(write()).isEqualTo("written"));
    }

    @Test
    void an_observer_that_fails_objects() throws Exception {
        Database.execute("drop table payment_run");
        String window = "window-" + UUID.randomUUID();
        CommandLine.Result on = CommandLine.run("on", STORE, "--name", window);
        assertThat(on.code()).as(on.output()).isEqualTo(OBJECTED);
        assertThat(on.output()).contains("An application objects").contains("who was asked failed");
        assertWritable();
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(ServerLog.find("STILL00210: .*" + window)).hasSize(1));
    }

    @Test
    void code_of_the_application_enters_and_leaves_and_is_told_what_is_against_it() throws Exception {
        Database.execute("insert into payment_run values ('payment run 19 is not finished')");
        assertThat(get("control?do=enter"))
                .startsWith("[")
                .contains("STILL00509")
                .contains("'reindex'")
                .contains("payment run 19 is not finished");
        assertWritable();

        Database.execute("truncate payment_run, ledger");
        assertThat(get("control?do=enter")).isEqualTo("done");
        assertThat(write()).isEqualTo("refused for window reindex");
        assertThat(lines()).isEmpty();
        assertThat(get("control?do=leave")).isEqualTo("done");
        assertWritable();
        assertThat(get("control?do=leave")).isEqualTo("nothing to leave");
    }

    private void assertWritable() throws Exception {
        assertThat(operator.report().mode()).isEqualTo(AccessMode.READ_WRITE);
        assertThat(write()).isEqualTo("written");
        assertThat(lines()).containsExactly("a line");
    }

    private String write() throws Exception {
        return get("call?clerk=stateless&method=refused&line=a+line");
    }

    private String get(String relative) throws Exception {
        var response = Http.get(base.toURI().resolve(relative));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    private static List<String> lines() throws Exception {
        return Database.texts("select line from ledger");
    }
}
