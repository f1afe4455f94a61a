package org.stillwater.it.catalogue.run;

import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.stillwater.it.catalogue.Way;
import org.stillwater.it.catalogue.data.DataRepositories;
import org.stillwater.it.catalogue.hibernate.HibernateOwn;
import org.stillwater.it.catalogue.persistence32.Persistence32;

/** The themes of WildFly. */
final class Themes {
    private Themes() {}

    static Stream<Class<? extends Way>> all() {
        Stream<Class<? extends Way>> own = isPreview()
                ? Stream.of(Persistence32.class, DataRepositories.class, HibernateOwn.class)
                : Stream.of(HibernateOwn.class);
        return Stream.concat(AbstractCatalogueIT.commonThemes(), own);
    }

    private static boolean isPreview() {
        return System.getProperty("it.server").equals("wildfly-preview");
    }

    static WebArchive application(Class<?> test, Site site) {
        return CatalogueArchive.of(test, site, packages());
    }

    static WebArchive writingAtStart(Class<?> test, Site site) {
        return CatalogueArchive.writingAtStart(test, site, packages());
    }

    static WebArchive makingTables(Class<?> test, Site site) {
        return CatalogueArchive.makingTables(test, site, packages());
    }

    private static Package[] packages() {
        Stream<Class<?>> everywhere = Stream.of(HibernateOwn.class, Persistence32.class);
        // The others have the API of Jakarta Data as a preview only, which no application sees.
        return Stream.concat(everywhere, isPreview() ? Stream.of(DataRepositories.class) : Stream.empty())
                .map(Class::getPackage)
                .toArray(Package[]::new);
    }
}
