package org.stillwater.it.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.stillwater.it.CommandLine;
import org.stillwater.it.Http;
import org.stillwater.it.container.Ports;

@ArquillianTest
@RunAsClient
public abstract class AbstractPlainIT {
    private static final String PLAIN = "Plain";

    @ArquillianResource
    private Deployer deployer;

    /** A servlet, a bean and the library: no descriptor, no setting, no persistence unit, no page, no REST resource. */
    @Deployment(name = PLAIN, managed = false, testable = false)
    public static WebArchive plain() {
        return war(PLAIN);
    }

    protected static WebArchive war(String name) {
        return ShrinkWrap.create(WebArchive.class, name + ".war")
                .addAsLibrary(new File(System.getProperty("lib.jar")))
                .addClasses(Clerk.class, PlainServlet.class);
    }

    /** Where the server keeps its data. */
    protected abstract Path serverData(Path serverHome);

    /** Where the server keeps its logs. */
    protected abstract Path serverLogs(Path serverHome);

    @Test
    void an_application_without_persistence_unit_page_and_rest_resource_is_guarded_and_nobody_complains()
            throws Exception {
        isGuarded(PLAIN, () -> {});
    }

    /** Deploys it, and {@code more} says what else must hold. */
    protected final void isGuarded(String name, ThrowingRunnable more) throws Exception {
        Path server = Path.of(System.getProperty("it.server.home"));
        String store = "--store="
                + serverData(server).resolve("stillwater").resolve(name).toAbsolutePath();
        ServerLog log = ServerLog.from(serverLogs(server));
        deployer.deploy(name);
        try {
            more.run();
            run("off", store, "--all");
            awaitWritten(name);
            run("on", store);
            assertThat(get(name, "write")).isEqualTo("refused");
            assertThat(run("status", store)).contains("READ_ONLY", name);
            run("off", store);
            awaitWritten(name);
            // Last, and in the log as anything else: so there was nothing before it, and it would have been seen.
            assertThat(get(name, "complain")).isEqualTo("complained");
            Awaitility.await().until(() -> !log.complaints().isEmpty());
        } finally {
            deployer.undeploy(name);
        }
        assertThat(log.text()).contains("STILL00601");
        assertThat(log.complaints()).singleElement().asString().contains(PlainServlet.COMPLAINT);
    }

    private static void awaitWritten(String name) {
        Awaitility.await().untilAsserted(() -> assertThat(get(name, "write")).startsWith("written"));
    }

    private static String run(String... arguments) throws Exception {
        CommandLine.Result result = CommandLine.run(arguments);
        assertThat(result.code()).as(result.output()).isZero();
        return result.output();
    }

    /** What the servlet of this application answers. */
    protected static String get(String name, String what) throws Exception {
        var response = Http.get(URI.create("http://127.0.0.1:" + Ports.get("http") + "/" + name + "/plain?do=" + what));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    /** A runnable that may throw. */
    @FunctionalInterface
    protected interface ThrowingRunnable {
        void run() throws Exception;
    }
}
