package org.stillwater.it.catalogue.run;

import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.stillwater.it.catalogue.Way;

class CatalogueIT extends AbstractCatalogueIT {
    CatalogueIT() {
        super(Site.postgresql());
    }

    @Deployment(testable = false)
    public static WebArchive application() {
        return Themes.application(CatalogueIT.class, Site.postgresql());
    }

    static Stream<Class<? extends Way>> themes() {
        return Themes.all();
    }
}
