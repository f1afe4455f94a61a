package org.stillwater.it.rest;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

public abstract class AbstractListingRestIT extends RestContract {
    protected AbstractListingRestIT() {
        super(AbstractListingRestIT.class);
    }

    @Deployment(testable = false)
    public static WebArchive application() {
        return application(AbstractListingRestIT.class, ListingApplication.class);
    }
}
