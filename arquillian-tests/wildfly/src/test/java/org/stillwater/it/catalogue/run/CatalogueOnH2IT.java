package org.stillwater.it.catalogue.run;

import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.stillwater.it.catalogue.Way;

class CatalogueOnH2IT extends AbstractCatalogueIT {
    CatalogueOnH2IT() {
        super(Site.h2());
    }

    @Deployment(testable = false)
    public static WebArchive application() {
        return Themes.application(CatalogueOnH2IT.class, Site.h2());
    }

    static Stream<Class<? extends Way>> themes() {
        return Themes.all();
    }
}
