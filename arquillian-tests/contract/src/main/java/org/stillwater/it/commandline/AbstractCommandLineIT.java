package org.stillwater.it.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stillwater.it.Archives;
import org.stillwater.it.CommandLine;
import org.stillwater.it.Database;
import org.stillwater.it.Http;
import org.stillwater.it.Operator;
import org.stillwater.it.writes.AbstractWritesIT;

@ArquillianTest
@RunAsClient
public abstract class AbstractCommandLineIT {
    private static final String STORE =
            "--store=" + Operator.store(AbstractCommandLineIT.class).toAbsolutePath();

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive application() {
        return Archives.war(AbstractCommandLineIT.class)
                .addPackage(AbstractWritesIT.class.getPackage())
                .deleteClass(AbstractWritesIT.class)
                .addClass(Database.class);
    }

    @AfterEach
    void off() throws Exception {
        CommandLine.run("off", STORE, "--all");
    }

    @Test
    void on_status_and_off_do_what_they_say() throws Exception {
        Database.execute("drop table if exists ledger");
        Database.execute("create table ledger (line text)");

        CommandLine.Result on = CommandLine.run("on", STORE, "--reason", "Release 4.2", "--expected", "10m");
        assertThat(on.code()).as(on.output()).isZero();
        assertThat(call()).isEqualTo("refused for window maintenance");
        assertThat(Database.texts("select line from ledger")).isEmpty();

        CommandLine.Result status = CommandLine.run("status", STORE);
        assertThat(status.code()).as(status.output()).isZero();
        assertThat(status.output()).contains("READ_ONLY", "Release 4.2", AbstractCommandLineIT.class.getSimpleName());

        CommandLine.Result off = CommandLine.run("off", STORE);
        assertThat(off.code()).as(off.output()).isZero();
        Awaitility.await().untilAsserted(() -> assertThat(call()).isEqualTo("written"));
    }

    private String call() throws Exception {
        return Http.get(base.toURI().resolve("call?clerk=stateless&method=refused&line=x"))
                .body();
    }
}
