package org.stillwater.it.standby;

import java.util.Locale;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.stillwater.it.Archives;
import org.stillwater.it.Gate;
import org.stillwater.it.container.SharedPair;

/**
 * The application of these tests on one server.
 *
 * @param primary the JTA data source of the primary
 * @param primaryLocal the one for resource-local units
 * @param standby the replica's
 * @param own further lines with which a unit has connections of its own
 */
public record ShopArchive(String primary, String primaryLocal, String standby, String own) {
    private static final String UNITS = """
            <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
              <persistence-unit name="shop">
                <jta-data-source>%1$s</jta-data-source>
                <shared-cache-mode>ALL</shared-cache-mode>
              </persistence-unit>
              <persistence-unit name="local" transaction-type="RESOURCE_LOCAL">
                <non-jta-data-source>%2$s</non-jta-data-source>
                <class>org.stillwater.it.standby.Item</class>
              </persistence-unit>
            </persistence>
            """;

    /** Starts primary and standby, which a server asks when it deploys. */
    public WebArchive build(Class<?> test) throws Exception {
        String url = SharedPair.get().primaryUrl();
        SharedPair.get()
                .onPrimary("create table if not exists Item"
                        + " (id bigint primary key, version int not null, name varchar(40) not null)");
        return Archives.on(primary, test, settings())
                .addClasses(
                        CdiPlaces.class,
                        DataSourceShelf.class,
                        EjbPlace.class,
                        EntityShelf.class,
                        Gate.class,
                        Item.class,
                        JdbcPlaces.class,
                        JdbcShelf.class,
                        LocalPlaces.class,
                        Place.class,
                        Shelf.class,
                        ShopServlet.class,
                        Work.class)
                .addAsResource(
                        new StringAsset(own
                                + "\njakarta.persistence.jdbc.driver=org.postgresql.Driver\njakarta.persistence.jdbc.url="
                                + url),
                        LocalPlaces.OWN)
                .addAsResource(
                        new StringAsset(String.format(Locale.ROOT, UNITS, primary, primaryLocal)),
                        "META-INF/persistence.xml");
    }

    private String[] settings() {
        return new String[] {
            "stillwater.replica.shop=" + standby,
            "stillwater.replica.local=" + standby,
            "stillwater.replica." + JdbcPlaces.DATA_SOURCE.replace(":", "\\:") + "=" + standby
        };
    }
}
