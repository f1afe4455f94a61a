package org.stillwater.it.catalogue.run;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.ClassLoaderAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.stillwater.it.Archives;
import org.stillwater.it.Database;
import org.stillwater.it.catalogue.Way;
import org.stillwater.it.catalogue.model.ByIdentity;
import org.stillwater.it.catalogue.model.BySequence;
import org.stillwater.it.catalogue.model.ByTable;
import org.stillwater.it.catalogue.model.ByUuid;
import org.stillwater.it.catalogue.model.Part;
import org.stillwater.it.catalogue.model.Screw;
import org.stillwater.it.catalogue.model.Shelf;
import org.stillwater.it.catalogue.model.Size;
import org.stillwater.it.catalogue.model.Stocked;
import org.stillwater.it.catalogue.model.Supplier;
import org.stillwater.it.catalogue.model.Visit;
import org.stillwater.it.catalogue.model.Watched;
import org.stillwater.it.catalogue.places.Elsewhere;
import org.stillwater.it.catalogue.settings.Toolbox;
import org.stillwater.it.catalogue.start.StartClerk;
import org.stillwater.it.catalogue.ways.Jdbc;

/** The application that tries the ways: a unit with JTA and one without, both on one data source. */
public final class CatalogueArchive {
    private static final String PERSISTENCE_XML = """
            <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
              <persistence-unit name="catalogue" transaction-type="JTA">
                <jta-data-source>%1$s</jta-data-source>
                <shared-cache-mode>ENABLE_SELECTIVE</shared-cache-mode>
                <properties>
                  <property name="jakarta.persistence.schema-generation.database.action" value="%2$s"/>
                </properties>
              </persistence-unit>
              <persistence-unit name="local" transaction-type="RESOURCE_LOCAL">
                <non-jta-data-source>%1$s</non-jta-data-source>
                %3$s
                <shared-cache-mode>ENABLE_SELECTIVE</shared-cache-mode>
              </persistence-unit>
            </persistence>
            """;

    /** Of the second unit, which the application also makes by itself: then nobody looks for its classes. */
    private static final List<Class<?>> ENTITIES = List.of(
            ByIdentity.class,
            BySequence.class,
            ByTable.class,
            ByUuid.class,
            Part.class,
            Screw.class,
            Shelf.class,
            Size.class,
            Stocked.class,
            Supplier.class,
            Visit.class,
            Watched.class);

    private CatalogueArchive() {}

    /** @param own packages of the server's own tests that belong to the application */
    public static WebArchive of(Class<?> test, Site site, Package... own) {
        return of(test, site, "drop-and-create", own);
    }

    /** One that writes while it starts, and makes no tables. */
    public static WebArchive writingAtStart(Class<?> test, Site site, Package... own) {
        return of(test, site, "none", own).addPackage(StartClerk.class.getPackage());
    }

    /** One that makes its tables while it starts, and nothing else. */
    public static WebArchive makingTables(Class<?> test, Site site, Package... own) {
        return ShrinkWrap.create(WebArchive.class, test.getSimpleName() + "Tables.war")
                .merge(of(test, site, "create", own));
    }

    private static WebArchive of(Class<?> test, Site site, String schemaAction, Package... own) {
        return Archives.on(site.dataSource(), test)
                .addPackages(
                        false,
                        Way.class.getPackage(),
                        Part.class.getPackage(),
                        Jdbc.class.getPackage(),
                        Toolbox.class.getPackage(),
                        Elsewhere.class.getPackage())
                .addPackages(false, own)
                .addClass(Database.class)
                .addAsResource(new ClassLoaderAsset("catalogue/errand.xml"), "META-INF/batch-jobs/errand.xml")
                .addAsResource(
                        new StringAsset(String.format(
                                Locale.ROOT, PERSISTENCE_XML, site.dataSource(), schemaAction, entities())),
                        "META-INF/persistence.xml");
    }

    private static String entities() {
        return ENTITIES.stream()
                .map(entity -> "<class>" + entity.getName() + "</class>")
                .collect(Collectors.joining());
    }
}
