package org.stillwater.it.standby;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

class ReplicaWithJtaIT extends AbstractReplicaWithJtaIT {
    @Deployment(testable = false)
    public static WebArchive application() throws Exception {
        return ReplicaShopIT.application(ReplicaWithJtaIT.class, "java:jboss/datasources/StandbyJtaDS");
    }
}
