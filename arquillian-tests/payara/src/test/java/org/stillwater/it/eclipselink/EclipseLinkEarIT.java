package org.stillwater.it.eclipselink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillwater.it.Archives;
import org.stillwater.it.Operator;
import org.stillwater.it.container.Ports;

/** Persistence units of a WAR and of its EAR, with the library in the one and in the other. */
@ArquillianTest
@RunAsClient
class EclipseLinkEarIT {
    private static final String BOTH_IN_WAR = "BothInWar";
    private static final String BOTH_IN_EAR = "BothInEar";
    private static final String UNITS_IN_WAR = "UnitsInWar";
    private static final String UNITS_IN_EAR = "UnitsInEar";
    private static final File LIBRARY = new File(System.getProperty("lib.jar"));
    private static final String UNITS = "WEB-INF/classes/META-INF/persistence.xml";

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = BOTH_IN_WAR, managed = false, testable = false)
    public static EnterpriseArchive bothInWar() {
        return ear(BOTH_IN_WAR).addAsModule(war(BOTH_IN_WAR));
    }

    @Deployment(name = BOTH_IN_EAR, managed = false, testable = false)
    public static EnterpriseArchive bothInEar() {
        WebArchive war = war(BOTH_IN_EAR);
        war.delete("/WEB-INF/lib/" + LIBRARY.getName());
        return ear(BOTH_IN_EAR)
                .addAsLibrary(LIBRARY)
                .addAsLibrary(takeUnits(war))
                .addAsModule(war);
    }

    @Deployment(name = UNITS_IN_WAR, managed = false, testable = false)
    public static EnterpriseArchive unitsInWar() {
        WebArchive war = war(UNITS_IN_WAR);
        war.delete("/WEB-INF/lib/" + LIBRARY.getName());
        return ear(UNITS_IN_WAR).addAsLibrary(LIBRARY).addAsModule(war);
    }

    @Deployment(name = UNITS_IN_EAR, managed = false, testable = false)
    public static EnterpriseArchive unitsInEar() {
        WebArchive war = war(UNITS_IN_EAR);
        return ear(UNITS_IN_EAR).addAsLibrary(takeUnits(war)).addAsModule(war);
    }

    private static EnterpriseArchive ear(String name) {
        return ShrinkWrap.create(EnterpriseArchive.class, name + ".ear");
    }

    /** With the store that the library chooses by itself, because Payara reads no settings in the WAR of an EAR. */
    private static WebArchive war(String ear) {
        WebArchive war = ShrinkWrap.create(WebArchive.class, ear + "Shop.war")
                .merge(Shops.addTo(Archives.war(EclipseLinkEarIT.class), Shops.persistenceXml("drop-and-create")));
        war.delete("/WEB-INF/classes/META-INF/microprofile-config.properties");
        return war;
    }

    private static JavaArchive takeUnits(WebArchive war) {
        JavaArchive units = ShrinkWrap.create(JavaArchive.class, "units.jar")
                .addAsManifestResource(new StringAsset(Shops.persistenceXml("drop-and-create")), "persistence.xml");
        war.delete(UNITS);
        for (Class<?> entity : Shops.ENTITIES) {
            units.addClass(entity);
            war.deleteClass(entity);
        }
        return units;
    }

    @ParameterizedTest
    @ValueSource(strings = {BOTH_IN_WAR, BOTH_IN_EAR, UNITS_IN_WAR, UNITS_IN_EAR})
    void guards(String ear) throws Exception {
        Path store = Path.of(System.getProperty("it.server.home"))
                .resolve("glassfish/domains/domain1/data/stillwater")
                .resolve(ear);
        Operator operator = Operator.at(store);
        if (Files.exists(store)) {
            operator.leave(); // an earlier run may have failed within its window
        }
        deployer.deploy(ear);
        try {
            Shops shops = new Shops(URI.create("http://127.0.0.1:" + Ports.get("http") + "/" + ear + "Shop/"));
            shops.fill();
            for (String shop : new String[] {"plain", "archive", "local"}) {
                operator.enter();
                for (Way way : new Way[] {Way.CHANGE_ATTRIBUTE, Way.NATIVE_UPDATE, Way.PERSIST_TABLE}) {
                    var before = shops.contents(shop);
                    assertThat(shops.call(shop, way)).as(shop).startsWith("refused: ");
                    assertThat(shops.contents(shop)).as(shop).isEqualTo(before);
                }
                assertThat(operator.report().guards()).hasSize(3);
                operator.leave();
                shops.evict(shop);
                assertThat(shops.call(shop, Way.CHANGE_ATTRIBUTE)).as(shop).isEqualTo("written");
                assertThat(shops.name(shop)).isEqualTo("changed");
                shops.fill();
            }
        } finally {
            deployer.undeploy(ear);
        }
    }
}
