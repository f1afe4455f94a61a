package org.stillwater.it.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.stillwater.it.Archives;
import org.stillwater.it.Http;
import org.stillwater.it.Operator;
import org.stillwater.it.container.Ports;

@ArquillianTest
@RunAsClient
public abstract class AbstractLifecycleIT {
    private static final String DEFAULTS = "defaults";
    private static final String MALFORMED = "malformed";
    private static final String SETTINGS = "WEB-INF/classes/META-INF/microprofile-config.properties";

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = DEFAULTS, managed = false, testable = false)
    public static WebArchive withDefaults() {
        WebArchive war = Archives.war(AbstractLifecycleIT.class).addClass(ModeServlet.class);
        war.delete(SETTINGS);
        return war;
    }

    @Deployment(name = MALFORMED, managed = false, testable = false)
    public static WebArchive withAMalformedSetting() {
        WebArchive war = Archives.war(MalformedSetting.class).addClass(ModeServlet.class);
        war.delete(SETTINGS);
        return war.addAsResource(
                new StringAsset("stillwater.request-grace=soon\n"), "META-INF/microprofile-config.properties");
    }

    /** Where the server keeps its data. */
    protected abstract Path serverData(Path serverHome);

    @Test
    void the_mode_survives_a_redeployment_in_the_servers_own_data_directory() throws Exception {
        deployer.deploy(DEFAULTS);
        try {
            Path store = serverData(Path.of(System.getProperty("it.server.home")))
                    .resolve("stillwater")
                    .resolve(AbstractLifecycleIT.class.getSimpleName());
            assertThat(store).isDirectory();
            Operator operator = Operator.at(store);
            operator.enter();
            assertThat(mode()).isEqualTo("READ_ONLY");

            deployer.undeploy(DEFAULTS);
            assertThat(reports(store)).as("reports after the undeployment").isEmpty();
            deployer.deploy(DEFAULTS);

            assertThat(mode()).isEqualTo("READ_ONLY");
            operator.leave();
            assertThat(mode()).isEqualTo("READ_WRITE");
        } finally {
            deployer.undeploy(DEFAULTS);
        }
    }

    @Test
    void a_malformed_setting_fails_the_deployment() {
        assertThatThrownBy(() -> deployer.deploy(MALFORMED))
                .hasStackTraceContaining("stillwater.request-grace")
                .hasStackTraceContaining("soon");
    }

    private static String mode() throws Exception {
        URI uri = URI.create(
                "http://127.0.0.1:" + Ports.get("http") + "/" + AbstractLifecycleIT.class.getSimpleName() + "/mode");
        var response = Http.get(uri);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    private static String reports(Path store) throws Exception {
        try (var files = Files.list(store.resolve("reports"))) {
            return files.map(Path::getFileName).map(Path::toString).reduce("", (all, next) -> all + next + " ");
        }
    }

    /** Names an application. */
    private static final class MalformedSetting {}
}
