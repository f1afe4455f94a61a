package org.stillwater.it.exempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillwater.it.Archives;
import org.stillwater.it.Database;
import org.stillwater.it.Http;
import org.stillwater.it.Operator;
import org.stillwater.it.ServerLog;
import org.stillwater.it.objections.ControlServlet;

@ArquillianTest
@RunAsClient
public abstract class AbstractExemptIT {
    private final Operator operator = Operator.of(AbstractExemptIT.class);
    private final String run = UUID.randomUUID() + "-";

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive application() {
        return Archives.war(AbstractExemptIT.class)
                .addPackage(AbstractExemptIT.class.getPackage())
                .deleteClass(AbstractExemptIT.class)
                .addClass(ControlServlet.class)
                .addAsResource(persistenceXml(), "META-INF/persistence.xml");
    }

    private static StringAsset persistenceXml() {
        return new StringAsset(String.format(Locale.ROOT, """
                <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
                  <persistence-unit name="totals">
                    <jta-data-source>%s</jta-data-source>
                  </persistence-unit>
                </persistence>
                """, Database.serverDataSource()));
    }

    @BeforeEach
    void noTotals() throws Exception {
        Database.execute("create table if not exists order_total (text text)");
        Database.execute("truncate order_total");
    }

    @AfterEach
    void leave() {
        operator.leave();
    }

    @ParameterizedTest
    @CsvSource({"ejb, EjbMigration", "cdi, CdiMigration"})
    void a_block_lets_through_what_is_in_it_and_each_place_is_logged_once(String by, String place) throws Exception {
        assertThat(migrate(by, "inside", "before", "normal")).isEqualTo("written");

        control("enter");
        assertThat(migrate(by, "outside", "before the block", "-")).isEqualTo("refused");
        assertThat(totals()).containsExactly("before");
        assertThat(migrate(by, "inside", "first", "first")).isEqualTo("written");
        assertThat(totals()).containsExactlyInAnyOrder("before", "first");
        assertThat(migrate(by, "inside", "second", "second")).isEqualTo("written");
        assertThat(migrate(by, "inside-and-after", "third", "third")).isEqualTo("refused");
        assertThat(totals()).containsExactlyInAnyOrder("before", "first", "second", "third");
        assertThat(operator.report().inFlight()).isZero();

        // What is logged last is there, so all that was logged before it is there, too.
        Awaitility.await().untilAsserted(() -> assertThat(logged("third")).hasSize(1));
        assertThat(logged("third")).allMatch(line -> line.contains(place + ".insideAndAfter("));
        assertThat(logged("first")).hasSize(1).allMatch(line -> line.contains(place + ".inside("));
        assertThat(logged("second")).isEmpty();
        assertThat(logged("normal")).isEmpty();

        control("leave");
        assertThat(migrate(by, "outside", "afterwards", "-")).isEqualTo("written");
        assertThat(totals()).hasSize(5).contains("afterwards");
    }

    private String migrate(String by, String how, String text, String reason) throws Exception {
        return get("migrate?by=" + by + "&how=" + how + "&text=" + text.replace(' ', '+') + "&reason=" + run + reason);
    }

    private void control(String what) throws Exception {
        assertThat(get("control?do=" + what)).isEqualTo("done");
    }

    private String get(String relative) throws Exception {
        var response = Http.get(base.toURI().resolve(relative));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    private List<String> logged(String reason) throws Exception {
        return ServerLog.find("STILL00510: .*" + run + reason);
    }

    private static List<String> totals() throws Exception {
        return Database.texts("select text from order_total");
    }
}
