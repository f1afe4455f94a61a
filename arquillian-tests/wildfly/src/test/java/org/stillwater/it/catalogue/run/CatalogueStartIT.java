package org.stillwater.it.catalogue.run;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

class CatalogueStartIT extends AbstractStartIT {
    CatalogueStartIT() {
        super(Site.postgresql());
    }

    @Deployment(name = WRITES, managed = false, testable = false)
    public static WebArchive writing() {
        return Themes.writingAtStart(CatalogueStartIT.class, Site.postgresql());
    }

    @Deployment(name = MAKES_TABLES, managed = false, testable = false)
    public static WebArchive makingTables() {
        return Themes.makingTables(CatalogueStartIT.class, Site.postgresql());
    }
}
