package org.stillwater.it.persistence32;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.List;
import java.util.Locale;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stillwater.it.Archives;
import org.stillwater.it.Database;
import org.stillwater.it.Http;
import org.stillwater.it.Operator;

@ArquillianTest
@RunAsClient
@Tag("jakarta-ee-11")
class Persistence32IT {
    private static final String PERSISTENCE_XML = """
            <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
              <persistence-unit name="lines">
                <jta-data-source>%s</jta-data-source>
              </persistence-unit>
            </persistence>
            """;

    private final Operator operator = Operator.of(Persistence32IT.class);

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive application() {
        return Archives.war(Persistence32IT.class)
                .addPackage(Persistence32IT.class.getPackage())
                .deleteClass(Persistence32IT.class)
                .addAsResource(
                        new StringAsset(String.format(Locale.ROOT, PERSISTENCE_XML, Database.serverDataSource())),
                        "META-INF/persistence.xml");
    }

    @BeforeEach
    void fill() throws Exception {
        Database.execute("""
                drop table if exists line;
                create table line (id bigint primary key, version int not null, text text);
                insert into line values (1, 0, '')""");
    }

    @AfterEach
    void leave() {
        operator.leave();
    }

    @ParameterizedTest
    @EnumSource
    void refuses_every_new_way_to_write(NewWay way) throws Exception {
        operator.enter();
        assertThat(write(way)).startsWith("refused: ");
        assertThat(lines()).containsExactly("1 0 ");
    }

    @ParameterizedTest
    @EnumSource
    void admits_every_new_way_to_write_in_normal_mode_and_keeps_no_permit(NewWay way) throws Exception {
        assertThat(write(way)).isEqualTo("written");
        assertThat(lines()).isNotEqualTo(List.of("1 0 "));
        operator.enter();
    }

    private String write(NewWay way) throws Exception {
        return Http.get(base.toURI().resolve("line?way=" + way)).body();
    }

    private static List<String> lines() throws Exception {
        return Database.texts("select id || ' ' || version || ' ' || text from line order by id");
    }
}
