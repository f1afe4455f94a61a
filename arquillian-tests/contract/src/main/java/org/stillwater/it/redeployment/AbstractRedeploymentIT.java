package org.stillwater.it.redeployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stillwater.it.Archives;
import org.stillwater.it.Database;
import org.stillwater.it.Http;
import org.stillwater.it.Operator;
import org.stillwater.it.container.Ports;
import org.stillwater.it.waiting.WaitersServlet;

@ArquillianTest
@RunAsClient
public abstract class AbstractRedeploymentIT {
    private static final int TIMES = 20;
    private static final String APPLICATION = "application";
    private static final String WITNESS = "witness";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Servers end threads that have nothing to do, which may hold what they did, after 20 seconds, for example. */
    private static final Duration UNTIL_ALL_IS_GONE = Duration.ofSeconds(60);

    private final Operator operator = Operator.of(AbstractRedeploymentIT.class);

    @ArquillianResource
    private Deployer deployer;

    @ArquillianResource
    @OperateOnDeployment(WITNESS)
    private URL witness;

    @Deployment(name = WITNESS, testable = false)
    public static WebArchive witness() {
        return ShrinkWrap.create(WebArchive.class, "Witness.war")
                .addClasses(Witness.class, WitnessMBean.class, WitnessServlet.class, Garbage.class);
    }

    @Deployment(name = APPLICATION, managed = false, testable = false)
    public static WebArchive application() {
        return Archives.war(AbstractRedeploymentIT.class, "stillwater.wait-timeout=1m")
                .addClasses(Entry.class, Clerk.class, EjbClerk.class, CdiClerk.class, WaitingClerk.class)
                .addClasses(WriteServlet.class, WaitersServlet.class, Registration.class)
                .addAsResource(persistenceXml(), "META-INF/persistence.xml")
                .addAsWebInfResource("faces/faces-config.xml", "faces-config.xml")
                .addAsWebResource("faces/banner.xhtml", "banner.xhtml");
    }

    private static StringAsset persistenceXml() {
        return new StringAsset(String.format(Locale.ROOT, """
                <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
                  <persistence-unit name="entries">
                    <jta-data-source>%s</jta-data-source>
                  </persistence-unit>
                </persistence>
                """, Database.serverDataSource()));
    }

    @BeforeEach
    void noEntries() throws Exception {
        Database.execute("drop table if exists redeployment_entry");
        Database.execute("create table redeployment_entry (text text)");
    }

    @Test
    void twenty_redeployments_leave_no_class_loader_and_no_thread_behind() throws Exception {
        for (int number = 1; number <= TIMES; number++) {
            deployer.deploy(APPLICATION);
            try {
                use(number);
                // Who sees nothing now would see nothing afterwards, whatever is left.
                assertThat(ask("for=seen"))
                        .contains("class loader of deployment " + number + ":", "thread stillwater-");
            } finally {
                deployer.undeploy(APPLICATION);
            }
        }
        assertThat(ask("for=registered")).isEqualTo(Integer.toString(TIMES));
        awaitNothingLeft();
    }

    /** What an application does with the library in its life, with a window in it. */
    private void use(int number) throws Exception {
        assertThat(write("ejb", number)).isEqualTo(200);
        assertThat(write("cdi", number)).isEqualTo(200);
        operator.enter();
        assertThat(Http.get(uri("banner.xhtml")).body()).contains("[read-only: true]", "class=\"stillwater-banner\"");
        assertThat(write("ejb", -number)).isEqualTo(503);
        assertThat(write("cdi", -number)).isEqualTo(503);
        assertThat(write("exempt", number)).isEqualTo(200);
        var waiting = Http.sendLater(writing("waiting", number));
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> Http.get(uri("waiters")).body().equals("1"));
        operator.leave();
        assertThat(waiting.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        assertThat(entries())
                .containsExactly("cdi " + number, "ejb " + number, "exempt " + number, "waiting " + number);
        Database.execute("truncate redeployment_entry");
    }

    /** Asks with pauses, so that the server's threads have nothing to do in between. */
    private void awaitNothingLeft() throws Exception {
        try {
            Awaitility.await()
                    .atMost(UNTIL_ALL_IS_GONE)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> left().isEmpty());
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("Left behind, see " + dump() + ":\n" + left(), e);
        }
    }

    private static int write(String by, int number) throws Exception {
        return Http.send(writing(by, number)).statusCode();
    }

    private static HttpRequest.Builder writing(String by, int number) {
        return HttpRequest.newBuilder(uri("write?by=" + by + "&text=" + by + "+" + number))
                .POST(BodyPublishers.noBody());
    }

    private static URI uri(String relative) {
        return URI.create("http://127.0.0.1:" + Ports.get("http") + "/" + AbstractRedeploymentIT.class.getSimpleName()
                + "/" + relative);
    }

    private static List<String> entries() throws Exception {
        return Database.texts("select text from redeployment_entry order by text");
    }

    private String left() throws IOException, InterruptedException {
        return ask("for=left");
    }

    private Path dump() throws IOException, InterruptedException {
        Path file = Path.of(System.getProperty("it.directory"), "redeployment.hprof")
                .toAbsolutePath();
        Files.deleteIfExists(file);
        ask("dump=" + file);
        return file;
    }

    private String ask(String what) throws IOException, InterruptedException {
        var response = Http.get(URI.create(witness + "witness?" + what));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }
}
