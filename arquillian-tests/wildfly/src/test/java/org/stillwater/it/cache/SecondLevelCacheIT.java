package org.stillwater.it.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.Locale;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stillwater.it.Archives;
import org.stillwater.it.Database;
import org.stillwater.it.Http;
import org.stillwater.it.Operator;

@ArquillianTest
@RunAsClient
class SecondLevelCacheIT {
    private final Operator operator = Operator.of(SecondLevelCacheIT.class);

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive application() {
        return Archives.war(SecondLevelCacheIT.class)
                .addClasses(Tariff.class, TariffServlet.class)
                .addAsResource(
                        new StringAsset(String.format(Locale.ROOT, """
                        <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
                          <persistence-unit name="tariffs">
                            <jta-data-source>%s</jta-data-source>
                            <shared-cache-mode>ENABLE_SELECTIVE</shared-cache-mode>
                            <properties>
                              <property name="hibernate.cache.use_second_level_cache" value="true"/>
                            </properties>
                          </persistence-unit>
                        </persistence>
                        """, Database.serverDataSource())),
                        "META-INF/persistence.xml");
    }

    @BeforeEach
    void fill() throws Exception {
        Database.execute("drop table if exists Tariff; create table Tariff (id bigint primary key, name text);"
                + " insert into Tariff values (1, 'old')");
    }

    @AfterEach
    void leave() {
        operator.leave();
    }

    @Test
    void what_the_migration_changed_is_read_after_the_lift() throws Exception {
        assertThat(tariff()).isEqualTo("old");
        operator.enter();
        Database.execute("update Tariff set name = 'migrated'");
        assertThat(tariff())
                .as("as long as the window is open, the cache may answer")
                .isEqualTo("old");
        operator.leave();
        assertThat(tariff()).isEqualTo("migrated");
    }

    private String tariff() throws Exception {
        return Http.get(base.toURI().resolve("tariff")).body();
    }
}
