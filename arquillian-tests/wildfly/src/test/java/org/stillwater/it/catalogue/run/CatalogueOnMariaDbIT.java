package org.stillwater.it.catalogue.run;

import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.stillwater.it.catalogue.Way;
import org.stillwater.it.container.MariaDb;

class CatalogueOnMariaDbIT extends AbstractCatalogueIT {
    CatalogueOnMariaDbIT() {
        super(Site.mariaDb());
    }

    @Deployment(testable = false)
    public static WebArchive application() {
        MariaDb.start().join();
        return Themes.application(CatalogueOnMariaDbIT.class, Site.mariaDb());
    }

    static Stream<Class<? extends Way>> themes() {
        return Themes.all();
    }
}
