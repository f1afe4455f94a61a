package org.stillwater.it.catalogue.run;

import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.stillwater.it.catalogue.Way;
import org.stillwater.it.catalogue.hibernate.HibernateOwn;
import org.stillwater.it.catalogue.persistence32.Persistence32;

/** The themes of WildFly. */
final class Themes {
    private Themes() {}

    static Stream<Class<? extends Way>> all() {
        Stream<Class<? extends Way>> own = System.getProperty("it.server").equals("wildfly-preview")
                ? Stream.of(Persistence32.class, HibernateOwn.class)
                : Stream.of(HibernateOwn.class);
        return Stream.concat(AbstractCatalogueIT.commonThemes(), own);
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
        return new Package[] {HibernateOwn.class.getPackage(), Persistence32.class.getPackage()};
    }
}
