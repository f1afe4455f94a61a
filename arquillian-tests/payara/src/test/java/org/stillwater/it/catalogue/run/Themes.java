package org.stillwater.it.catalogue.run;

import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.stillwater.it.catalogue.Way;
import org.stillwater.it.catalogue.eclipselink.EclipseLinkOwn;

/** The themes of Payara. */
final class Themes {
    private Themes() {}

    static Stream<Class<? extends Way>> all() {
        return Stream.concat(AbstractCatalogueIT.commonThemes(), Stream.of(EclipseLinkOwn.class));
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
        return new Package[] {EclipseLinkOwn.class.getPackage()};
    }
}
