package org.stillwater.it.eclipselink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stillwater.it.Archives;
import org.stillwater.it.Database;
import org.stillwater.it.Operator;
import org.stillwater.it.container.Ports;

/** An application is deployed, or redeployed, while its database is migrated. */
@ArquillianTest
@RunAsClient
class DeploymentDuringWindowIT {
    private static final String READS = "reads";
    private static final String MAKES_TABLES = "makes tables";

    private final Operator operator = Operator.of(DeploymentDuringWindowIT.class);
    private final Shops shops = new Shops(URI.create(
            "http://127.0.0.1:" + Ports.get("http") + "/" + DeploymentDuringWindowIT.class.getSimpleName() + "/"));

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = READS, managed = false, testable = false)
    public static WebArchive reading() {
        return application("none");
    }

    @Deployment(name = MAKES_TABLES, managed = false, testable = false)
    public static WebArchive makingTables() {
        return ShrinkWrap.create(WebArchive.class, "MakesTables.war").merge(application("create"));
    }

    private static WebArchive application(String schemaAction) {
        return Shops.addTo(Archives.war(DeploymentDuringWindowIT.class), Shops.persistenceXml(schemaAction));
    }

    @BeforeEach
    void onePart() throws Exception {
        Database.execute("drop schema public cascade; create schema public");
        Database.execute("""
                create table Part (id bigint primary key, name text, version int, width int);
                create table Part_tags (Part_id bigint, tags text);
                create table Part_Screw (Part_id bigint, screws_id bigint);
                create table Screw (id bigint primary key);
                insert into Part values (1, 'first', 0, 0)""");
    }

    @AfterEach
    void leave() {
        operator.leave();
    }

    @Test
    void an_application_that_makes_no_tables_starts_in_read_only_mode_and_is_guarded_from_the_first_request()
            throws Exception {
        operator.enterBeforeDeployment();
        for (int deployment = 0; deployment < 2; deployment++) {
            deployer.deploy(READS);
            try {
                for (String shop : new String[] {"local", "plain"}) {
                    assertThat(shops.call(shop, Way.CHANGE_ATTRIBUTE)).startsWith("refused: ");
                    assertThat(shops.call(shop, Way.NATIVE_UPDATE)).startsWith("refused: ");
                    assertThat(shops.call(shop, "look")).startsWith("name=first ");
                }
                assertThat(shops.name("plain")).isEqualTo("first");
            } finally {
                deployer.undeploy(READS);
            }
        }
    }

    /** Payara makes them before there is anybody to refuse it. */
    @Test
    void an_application_that_makes_tables_does_not_start_and_says_why() {
        operator.enterBeforeDeployment();
        assertThatThrownBy(() -> deployer.deploy(MAKES_TABLES))
                .hasStackTraceContaining("STILL00610")
                .hasStackTraceContaining("Persistence unit 'shop' has made its tables");
    }
}
