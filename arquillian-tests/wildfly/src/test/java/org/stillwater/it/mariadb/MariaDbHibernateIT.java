package org.stillwater.it.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.List;
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
import org.junit.jupiter.params.provider.EnumSource;
import org.stillwater.it.Archives;
import org.stillwater.it.Http;
import org.stillwater.it.Operator;
import org.stillwater.it.container.MariaDb;

/** Two units on one database: one whose transactions are the connection's, one with distributed ones. */
@ArquillianTest
@RunAsClient
class MariaDbHibernateIT {
    private static final String UNITS = """
            <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
              <persistence-unit name="bolts">
                <jta-data-source>java:jboss/datasources/MariaDS</jta-data-source>
              </persistence-unit>
              <persistence-unit name="distributed">
                <jta-data-source>java:jboss/datasources/MariaXADS</jta-data-source>
              </persistence-unit>
            </persistence>
            """;

    private final Operator operator = Operator.of(MariaDbHibernateIT.class);

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive application() {
        MariaDb.start().join();
        return Archives.war(MariaDbHibernateIT.class)
                .addClasses(Bolt.class, BoltShop.class, BoltServlet.class, Way.class)
                .addAsResource(new StringAsset(UNITS), "META-INF/persistence.xml");
    }

    @BeforeEach
    void fill() throws Exception {
        MariaDb.execute(
                "create table if not exists shop.Bolt"
                        + " (id bigint auto_increment primary key, version int not null, name varchar(40))",
                "truncate shop.Bolt",
                "insert into shop.Bolt (version, name) values (0, 'first')",
                "create or replace function shop.write_bolt() returns int begin"
                        + " insert into Bolt (version, name) values (0, 'by a function'); return 1; end",
                "create or replace function shop.read_bolts() returns int reads sql data"
                        + " return (select count(*) from Bolt)",
                "create or replace procedure shop.write_bolt_by_procedure()"
                        + " insert into Bolt (version, name) values (0, 'by a procedure')");
    }

    @AfterEach
    void leave() {
        operator.leave();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void refuses_every_way_to_write(Way way) throws Exception {
        operator.enter();
        assertThat(call(way.name())).startsWith("refused: ");
        assertThat(call(way.name() + "&in=distributed")).startsWith("refused: ");
        assertThat(bolts()).containsExactly("0 first");
    }

    @ParameterizedTest
    @EnumSource(
            value = Way.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"LOCK", "ESCAPE"})
    void admits_every_way_to_write_in_normal_mode_and_keeps_no_permit(Way way) throws Exception {
        assertThat(call(way.name())).isEqualTo("written");
        assertThat(bolts()).isNotEqualTo(List.of("0 first"));
        operator.enter();
    }

    @Test
    void reads_go_on_and_nothing_is_left_on_the_connections() throws Exception {
        assertThat(call("look")).isEqualTo("1 1 1");
        operator.enter();
        for (int i = 0; i < 3; i++) {
            assertThat(call("look")).isEqualTo("1 1 1");
            assertThat(call("nothing")).isEqualTo("1");
            assertThat(call("look&in=distributed")).isEqualTo("1");
        }
        operator.leave();
        for (int i = 0; i < 10; i++) {
            assertThat(call("PERSIST")).isEqualTo("written");
            assertThat(call("PERSIST&in=distributed")).isEqualTo("written");
        }
        assertThat(bolts()).hasSize(21);
    }

    @Test
    void tells_of_each_unit_what_the_database_really_does() throws Exception {
        operator.enter();
        Awaitility.await()
                .untilAsserted(() -> assertThat(operator.report().guards())
                        .satisfiesExactlyInAnyOrder(
                                line -> assertThat(line)
                                        .matches("persistence unit 'bolts' \\(MariaDB .*\\):"
                                                + " read-only transactions, verified"),
                                line -> assertThat(line)
                                        .matches("persistence unit 'distributed' \\(MariaDB .*\\):"
                                                + " the database does not refuse; guarded by Hibernate only")));
        assertThat(bolts()).containsExactly("0 first");
    }

    private static List<String> bolts() throws Exception {
        return MariaDb.texts("select concat(version, ' ', name) from shop.Bolt order by id");
    }

    private String call(String what) throws Exception {
        var response = Http.get(base.toURI().resolve("bolt?do=" + what));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }
}
