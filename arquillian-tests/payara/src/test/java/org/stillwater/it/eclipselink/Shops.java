package org.stillwater.it.eclipselink;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.stillwater.it.Database;
import org.stillwater.it.Gate;
import org.stillwater.it.Http;
import org.stillwater.it.OwnThread;
import org.stillwater.it.container.Ports;

/** The application of these tests, and what they ask it. */
record Shops(URI base) {
    private static final String TABLES = """
            select 'part ' || id || name || width || version from Part
            union all select 'tag ' || tags from Part_tags
            union all select 'link ' || Part_id from Part_Screw
            union all select 'screw ' || id from Screw
            union all select 'identity ' || id from ByIdentity
            union all select 'sequence ' || id from BySequence
            union all select 'table ' || id from ByTable
            union all select 'uuid ' || id from ByUuid
            union all select 'note ' || text from note
            union all select 'generator at ' || seq_count from sequence
            """;
    private static final String POSTGRESQL = TABLES + """
            union all select 'sequence at ' || coalesce(last_value, 0) || sequencename from pg_sequences
            order by 1""";
    private static final String H2 = TABLES + """
            union all select 'sequence at ' || base_value from information_schema.sequences
            order by 1""";
    private static final String FILL = """
            drop table if exists note;
            create table note (text varchar(99));
            delete from Part_tags;
            delete from Part_Screw;
            delete from Part;
            delete from Screw;
            delete from ByIdentity;
            delete from BySequence;
            delete from ByTable;
            delete from ByUuid;
            insert into Part (id, version, name, width) values (1, 0, 'first', 0);
            insert into Part_tags (Part_id, tags) values (1, 'old');
            insert into Screw (id) values (-1);
            insert into Part_Screw (Part_id, screws_id) values (1, -1)""";

    static final List<Class<?>> ENTITIES = List.of(
            ByIdentity.class, BySequence.class, ByTable.class, ByUuid.class, Part.class, Screw.class, Size.class);

    /** All classes of this package that are no tests. */
    static WebArchive addTo(WebArchive war, String persistenceXml) {
        return war.addClasses(ENTITIES.toArray(Class<?>[]::new))
                .addClasses(
                        ArchiveShop.class,
                        Conversation.class,
                        Gate.class,
                        HoldsCommit.class,
                        LocalShop.class,
                        MarkedShop.class,
                        OwnShop.class,
                        PlainShop.class,
                        Setting.class,
                        Shop.class,
                        ShopServlet.class,
                        Way.class)
                .addAsResource(
                        new StringAsset(Setting.OWN_URL + "=jdbc:postgresql://127.0.0.1:" + Ports.get("database")
                                + "/postgres?user=postgres"),
                        Setting.FILE)
                .addAsResource(new StringAsset(persistenceXml), "META-INF/persistence.xml");
    }

    static String persistenceXml(String schemaAction) {
        return String.format(Locale.ROOT, """
                <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
                  <persistence-unit name="shop">
                    <jta-data-source>%1$s</jta-data-source>
                    <properties>
                      <property name="jakarta.persistence.schema-generation.database.action" value="%2$s"/>
                    </properties>
                  </persistence-unit>
                  <persistence-unit name="archive">
                    <jta-data-source>java:comp/DefaultDataSource</jta-data-source>
                    <properties>
                      <property name="jakarta.persistence.schema-generation.database.action" value="%2$s"/>
                    </properties>
                  </persistence-unit>
                  <persistence-unit name="local" transaction-type="RESOURCE_LOCAL">
                    <non-jta-data-source>%1$s</non-jta-data-source>
                    %3$s
                  </persistence-unit>
                </persistence>
                """, Database.serverDataSource(), schemaAction, classes());
    }

    /** For whoever does not look for them. */
    private static String classes() {
        return ENTITIES.stream()
                .map(entity -> "<class>" + entity.getName() + "</class>")
                .collect(Collectors.joining());
    }

    void fill() throws SQLException {
        Database.execute(FILL);
        Database.execute("""
                create or replace function write_note(note text) returns int language sql as
                    $$ insert into note values (note); select 1 $$;
                create or replace procedure write_by_procedure(note text) language sql as
                    $$ insert into note values (note) $$;
                create or replace function read_notes() returns bigint language sql as $$ select count(*) from note $$;
                insert into ByUuid (id) values (gen_random_uuid())""");
        // H2 does not know what EclipseLink takes for its type of such a key
        h2("create table if not exists ByIdentity (id bigint auto_increment primary key, name text);" + FILL
                + "; insert into ByUuid (id) values (random_uuid())");
    }

    /** What another test has read is not what {@link #fill()} has written. */
    void evict(String... shops) {
        for (String shop : shops) {
            assertThat(call(shop, "evict")).isEqualTo("evicted");
        }
    }

    /** What is in the database of a shop, over a connection that nobody guards. */
    List<String> contents(String shop) throws SQLException {
        return shop.equals("archive") ? List.of(h2(H2).split("\n", -1)) : Database.texts(POSTGRESQL);
    }

    String name(String shop) throws SQLException {
        String sql = "select name from Part";
        return shop.equals("archive")
                ? h2(sql)
                : Database.texts(sql).stream().findFirst().orElseThrow();
    }

    String call(String shop, Way way) {
        return call(shop, way.name());
    }

    String call(String shop, String what) {
        try {
            var response = Http.get(base.resolve("shop?shop=" + shop + "&do=" + what));
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return response.body();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Returns when it waits in the middle. */
    CompletableFuture<String> hold(String shop, String what) {
        var held = OwnThread.supply(() -> call(shop, what));
        Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(60))
                .until(() -> held.isDone() || call(shop, "held").equals("true"));
        assertThat(held).isNotDone();
        return held;
    }

    private String h2(String sql) {
        try {
            var response =
                    Http.send(HttpRequest.newBuilder(base.resolve("shop")).POST(BodyPublishers.ofString(sql)));
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return response.body();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
