package org.stillwater.it.drain;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
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
import org.stillwater.it.Gate;
import org.stillwater.it.Operator;
import org.stillwater.it.OwnThread;
import org.stillwater.spi.DrainVerdict;

/** A persistence unit that is not to be asked, and one on a database that cannot be. */
@ArquillianTest
@RunAsClient
class CountedDrainIT {
    private final Operator operator = Operator.of(CountedDrainIT.class);

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive application() {
        return Archives.war(CountedDrainIT.class, "stillwater.verify-drain.quiet=false")
                .addClasses(JdbcServlet.class, Gate.class, Database.class, OwnThread.class)
                .addAsResource(
                        Units.persistenceXml(
                                "quiet=" + Database.serverDataSource(), "archive=java:jboss/datasources/ExampleDS"),
                        "META-INF/persistence.xml");
    }

    @AfterEach
    void leave() throws Exception {
        new Client(base.toURI()).call("open");
        operator.leave();
    }

    @Test
    void does_not_wait_for_what_it_does_not_ask_and_says_so() throws Exception {
        Database.execute("drop table if exists jdbc_note; create table jdbc_note (text text)");
        var write = new Client(base.toURI()).hold("write");
        operator.enter();
        assertThat(write).isNotDone();
        assertThat(operator.report().drains())
                .extracting(DrainVerdict::toString)
                .satisfiesExactly(
                        archive -> assertThat(archive)
                                .matches("persistence unit 'archive': counted writes only,"
                                        + " because H2 .* cannot be asked"),
                        quiet -> assertThat(quiet)
                                .isEqualTo("persistence unit 'quiet': counted writes only,"
                                        + " because stillwater.verify-drain is false"));
        var status = CommandLine.run(
                "status", "--store=" + Operator.store(CountedDrainIT.class).toAbsolutePath());
        assertThat(status.output()).contains(", drained, counted writes only").doesNotContain("verified by");
    }
}
