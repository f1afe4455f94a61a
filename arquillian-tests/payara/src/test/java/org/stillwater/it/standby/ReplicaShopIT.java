package org.stillwater.it.standby;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

class ReplicaShopIT extends AbstractReplicaShopIT {
    @Deployment(testable = false)
    public static WebArchive application() throws Exception {
        return application(ReplicaShopIT.class, "jdbc/Standby");
    }

    static WebArchive application(Class<?> test, String standby) throws Exception {
        return new ShopArchive(
                        "jdbc/Primary",
                        "jdbc/Primary",
                        standby,
                        "eclipselink.session-name=own\njakarta.persistence.nonJtaDataSource=")
                .build(test);
    }
}
