package org.stillwater.it.ear;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stillwater.it.Archives;
import org.stillwater.it.Database;
import org.stillwater.it.Http;
import org.stillwater.it.Operator;
import org.stillwater.it.container.Ports;

@ArquillianTest
@RunAsClient
public abstract class AbstractEarIT {
    private static final String SHARED = "EarShared";
    private static final String OWN = "EarOwn";
    private static final List<String> WARS = List.of("EarFirst", "EarSecond");
    private static final File LIBRARY = new File(System.getProperty("lib.jar"));

    @ArquillianResource
    private Deployer deployer;

    /** The library once, in the {@code lib} of the EAR. */
    @Deployment(name = SHARED, managed = false, testable = false)
    public static EnterpriseArchive shared() {
        EnterpriseArchive ear =
                ShrinkWrap.create(EnterpriseArchive.class, SHARED + ".ear").addAsLibrary(LIBRARY);
        WARS.forEach(name -> {
            WebArchive war = war(name);
            war.delete("/WEB-INF/lib/" + LIBRARY.getName());
            ear.addAsModule(war);
        });
        return ear;
    }

    /** The library twice, in the {@code WEB-INF/lib} of each WAR. */
    @Deployment(name = OWN, managed = false, testable = false)
    public static EnterpriseArchive own() {
        EnterpriseArchive ear = ShrinkWrap.create(EnterpriseArchive.class, OWN + ".ear");
        WARS.forEach(name -> ear.addAsModule(war(name)));
        return ear;
    }

    /** With the store that the library chooses by itself, because Payara reads no settings in the WAR of an EAR. */
    private static WebArchive war(String name) {
        WebArchive war = ShrinkWrap.create(WebArchive.class, name + ".war")
                .merge(Archives.war(AbstractEarIT.class))
                .addClasses(Clerk.class, NoteServlet.class, Database.class)
                .addAsWebInfResource("faces/faces-config.xml", "faces-config.xml")
                .addAsWebResource("faces/banner.xhtml", "banner.xhtml");
        war.delete("/WEB-INF/classes/META-INF/microprofile-config.properties");
        return war;
    }

    /** Where the server keeps its data. */
    protected abstract Path serverData(Path serverHome);

    @BeforeEach
    void noRows() throws Exception {
        Database.execute("drop table if exists ear_note");
        Database.execute("create table ear_note (text text)");
    }

    @Test
    void one_library_in_the_ear_guards_both_web_applications_by_one_gate() throws Exception {
        guards(SHARED, 1);
    }

    @Test
    void a_library_in_each_web_application_follows_the_store_of_the_ear_and_reports_for_itself() throws Exception {
        guards(OWN, 2);
    }

    private void guards(String ear, int reports) throws Exception {
        deployer.deploy(ear);
        try {
            Operator operator = Operator.at(serverData(Path.of(System.getProperty("it.server.home")))
                    .resolve("stillwater")
                    .resolve(ear));
            operator.leave();
            assertThat(operator.reports())
                    .hasSize(reports)
                    .allSatisfy(report -> assertThat(report.application()).isEqualTo(ear));
            WARS.forEach(AbstractEarIT::isWritable);
            assertThat(rows()).containsExactly("/EarFirst", "/EarSecond");
            operator.enter();
            WARS.forEach(AbstractEarIT::isReadOnly);
            assertThat(rows()).containsExactly("/EarFirst", "/EarSecond");
            operator.leave();
            WARS.forEach(AbstractEarIT::isWritable);
            assertThat(rows()).containsExactly("/EarFirst", "/EarFirst", "/EarSecond", "/EarSecond");
        } finally {
            deployer.undeploy(ear);
        }
    }

    private static void isWritable(String war) {
        assertThat(get(war, "stillwater/stillwater.js").body()).as(war).contains("stillwater:change");
        assertThat(get(war, "note").statusCode()).as(war).isEqualTo(200);
        assertThat(get(war, "banner.xhtml").body())
                .as(war)
                .contains("[read-only: false]")
                .doesNotContain("class=\"stillwater-banner\"");
    }

    private static void isReadOnly(String war) {
        HttpResponse<String> refused = get(war, "note");
        assertThat(refused.statusCode()).as(war).isEqualTo(503);
        assertThat(refused.headers().firstValue("Read-Only-Mode")).as(war).hasValue("true");
        assertThat(get(war, "banner.xhtml").body())
                .as(war)
                .contains("[read-only: true]", "class=\"stillwater-banner\"");
    }

    private static HttpResponse<String> get(String war, String path) {
        try {
            return Http.get(URI.create("http://127.0.0.1:" + Ports.get("http") + "/" + war + "/" + path));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> rows() throws Exception {
        return Database.texts("select text from ear_note order by 1");
    }
}
