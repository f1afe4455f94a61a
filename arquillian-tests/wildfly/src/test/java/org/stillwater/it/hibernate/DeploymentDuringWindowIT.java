package org.stillwater.it.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.stillwater.AccessMode;
import org.stillwater.it.Archives;
import org.stillwater.it.Database;
import org.stillwater.it.Gate;
import org.stillwater.it.Operator;

/** An application is deployed, or redeployed, while its database is migrated. */
@ArquillianTest
@RunAsClient
class DeploymentDuringWindowIT {
    private static final String READS = "reads";
    private static final String MAKES_TABLES = "makes tables";

    private final Operator operator = Operator.of(DeploymentDuringWindowIT.class);

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
        return Archives.war(DeploymentDuringWindowIT.class)
                .addPackage(DeploymentDuringWindowIT.class.getPackage())
                .deleteClasses(HibernateIT.class, DeploymentDuringWindowIT.class)
                .addClass(Gate.class)
                .addAsResource(HibernateIT.persistenceXml(schemaAction), "META-INF/persistence.xml");
    }

    @BeforeEach
    void noTables() throws Exception {
        Database.execute("drop schema public cascade; create schema public");
    }

    @AfterEach
    void leave() {
        operator.leave();
    }

    @Test
    void an_application_that_makes_no_tables_starts_in_read_only_mode() {
        operator.enterBeforeDeployment();
        deployer.deploy(READS);
        try {
            assertThat(operator.report().mode()).isEqualTo(AccessMode.READ_ONLY);
        } finally {
            deployer.undeploy(READS);
        }
    }

    @Test
    void an_application_that_makes_tables_does_not() throws Exception {
        operator.enterBeforeDeployment();
        assertThatThrownBy(() -> deployer.deploy(MAKES_TABLES)).hasStackTraceContaining("STILL00605");
        assertThat(Database.texts("select tablename from pg_tables where schemaname = 'public'"))
                .isEmpty();
    }
}
