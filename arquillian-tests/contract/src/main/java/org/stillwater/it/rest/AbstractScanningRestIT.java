package org.stillwater.it.rest;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

public abstract class AbstractScanningRestIT extends RestContract {
    protected AbstractScanningRestIT() {
        super(AbstractScanningRestIT.class);
    }

    @Deployment(testable = false)
    public static WebArchive application() {
        return application(AbstractScanningRestIT.class, ScanningApplication.class);
    }
}
