package org.stillwater.it.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillwater.internal.window.EnterResult;
import org.stillwater.it.Archives;
import org.stillwater.it.Database;
import org.stillwater.it.Gate;
import org.stillwater.it.Http;
import org.stillwater.it.Operator;
import org.stillwater.it.OwnThread;

/**
 * The schema is made by Hibernate while the application starts, so the first write comes before CDI. Which ways to write are
 * refused: see the catalogue.
 */
@ArquillianTest
@RunAsClient
class HibernateIT {
    private final Operator operator = Operator.of(HibernateIT.class);

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive application() {
        return Archives.war(HibernateIT.class)
                .addPackage(HibernateIT.class.getPackage())
                .deleteClass(HibernateIT.class)
                .addClass(Gate.class)
                .addAsResource(persistenceXml("drop-and-create"), "META-INF/persistence.xml");
    }

    static StringAsset persistenceXml(String schemaAction) {
        return new StringAsset(String.format(Locale.ROOT, """
                <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
                  <persistence-unit name="shop">
                    <jta-data-source>%s</jta-data-source>
                    <properties>
                      <property name="jakarta.persistence.schema-generation.database.action" value="%s"/>
                    </properties>
                  </persistence-unit>
                </persistence>
                """, Database.serverDataSource(), schemaAction));
    }

    @BeforeEach
    void fill() throws Exception {
        Database.execute("""
                create table if not exists note (text text);
                create or replace function read_notes() returns bigint language sql as $$ select count(*) from note $$;
                truncate Part, Part_tags, Part_Screw, Screw, note;
                insert into Part (id, version, name, width) values (1, 0, 'first', 0);
                insert into Screw (id) values (-1);
                insert into Part_Screw (Part_id, screws_id) values (1, -1)""");
    }

    @AfterEach
    void leave() {
        shop("plain", "open");
        operator.leave();
    }

    @Test
    void says_which_declared_write_it_refuses_and_why() {
        operator.enter();
        assertThat(shop("marked", "change"))
                .contains("'MarkedShop.change' is refused")
                .contains("window 'test'");
    }

    @Test
    void reads_in_a_transaction_that_the_database_keeps_read_only_and_writes_again_at_once() throws Exception {
        assertThat(shop("plain", "look")).isEqualTo("off off name=first screws=1 parts=1 notes=0 mark=null");
        for (String shop : new String[] {"plain", "marked"}) {
            operator.enter();
            assertThat(shop(shop, "look")).isEqualTo("on on name=first screws=1 parts=1 notes=0 mark=true");
            operator.leave();
            assertThat(shop(shop, "look")).matches("off off name=.* screws=1 parts=1 notes=0 mark=(null|false)");
            assertThat(shop(shop, "change")).isEqualTo("written");
            Database.execute("update Part set name = 'first'");
        }
    }

    @Test
    void a_transaction_that_read_during_the_window_writes_no_more_after_it() throws Exception {
        operator.enter();
        var paused = hold("pause");
        operator.leave();
        assertThat(shop("plain", "open")).isEqualTo("open");
        assertThat(paused.get()).startsWith("refused: STILL00604").contains("its transaction is read-only");
        assertThat(Database.texts("select name from Part")).containsExactly("first");
    }

    @Test
    void a_transaction_that_read_before_the_window_does_not_write_during_it() throws Exception {
        var paused = hold("pause");
        operator.enter();
        assertThat(shop("plain", "open")).isEqualTo("open");
        assertThat(paused.get()).startsWith("refused: ");
        assertThat(Database.texts("select name from Part")).containsExactly("first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hold", "hold-commit"})
    void an_undeclared_write_holds_the_drain_until_it_is_committed(String how) throws Exception {
        var write = hold(how);
        var drain = operator.enterAndAwaitStraggler("update of Part");
        assertThat(Database.texts("select name from Part")).containsExactly("first");
        assertThat(drain).isNotDone();
        assertThat(shop("plain", "open")).isEqualTo("open");
        assertThat(write.get()).isEqualTo("written");
        assertThat(drain.get().outcome()).isEqualTo(EnterResult.Outcome.ENTERED);
        assertThat(Database.texts("select name from Part")).containsExactly("held");
    }

    @Test
    void reports_its_name_and_its_guard() throws Exception {
        operator.enter();
        assertThat(operator.report().application()).isEqualTo("HibernateIT");
        Awaitility.await()
                .untilAsserted(() -> assertThat(operator.report().guards())
                        .singleElement()
                        .asString()
                        .startsWith("persistence unit 'shop' (PostgreSQL ")
                        .endsWith("): read-only transactions, verified"));
    }

    private CompletableFuture<String> hold(String how) {
        var held = OwnThread.supply(() -> shop("plain", how));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> held.isDone() || shop("plain", "held").equals("true"));
        assertThat(held).isNotDone();
        return held;
    }

    private String shop(String shop, String what) {
        try {
            var response = Http.get(base.toURI().resolve("shop?shop=" + shop + "&do=" + what));
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return response.body();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
