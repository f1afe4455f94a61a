package org.stillwater.it.eclipselink;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.stillwater.it.Archives;
import org.stillwater.it.Http;
import org.stillwater.it.Operator;
import org.stillwater.it.container.Ports;
import org.stillwater.it.redeployment.Garbage;

/** EclipseLink is the server's, and stays when the application goes. */
@ArquillianTest
@RunAsClient
class EclipseLinkUndeploymentIT {
    private static final String GUARDED = "guarded";
    private static final String WITNESS = "witness";

    private final Operator operator = Operator.of(EclipseLinkUndeploymentIT.class);

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = GUARDED, managed = false, testable = false)
    public static WebArchive guarded() {
        return Shops.addTo(Archives.war(EclipseLinkUndeploymentIT.class), Shops.persistenceXml("drop-and-create"))
                .addClasses(LoaderServlet.class, Garbage.class);
    }

    @Deployment(name = WITNESS, managed = false, testable = false)
    public static WebArchive witness() {
        return ShrinkWrap.create(WebArchive.class, "Witness.war").addClasses(LoaderServlet.class, Garbage.class);
    }

    @Test
    void nothing_of_an_application_is_left_in_it() throws Exception {
        deployer.deploy(WITNESS);
        try {
            deployer.deploy(GUARDED);
            Shops shops = new Shops(uri(EclipseLinkUndeploymentIT.class.getSimpleName() + "/"));
            shops.fill();
            for (String shop : new String[] {"plain", "archive", "local", "own"}) {
                assertThat(shops.call(shop, Way.CHANGE_ATTRIBUTE)).isEqualTo("written");
                operator.enter();
                assertThat(shops.call(shop, Way.NATIVE_UPDATE)).startsWith("refused: ");
                operator.leave();
                shops.fill();
                shops.evict("plain", "archive", "local", "own");
            }
            assertThat(get(EclipseLinkUndeploymentIT.class.getSimpleName() + "/loader?do=remember"))
                    .isEqualTo("remembered");
        } finally {
            deployer.undeploy(GUARDED);
        }
        try {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> get("Witness/loader?do=forgotten").equals("true"));
        } finally {
            deployer.undeploy(WITNESS);
        }
    }

    private static String get(String path) throws Exception {
        return Http.get(uri(path)).body();
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + Ports.get("http") + "/" + path);
    }
}
