package org.stillwater.it.standby;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

class ReplicaShopIT extends AbstractReplicaShopIT {
    @Deployment(testable = false)
    public static WebArchive application() throws Exception {
        return application(ReplicaShopIT.class, "java:jboss/datasources/StandbyDS");
    }

    static WebArchive application(Class<?> test, String standby) throws Exception {
        return new ShopArchive("java:jboss/datasources/PrimaryDS", "java:jboss/datasources/PrimaryLocalDS", standby, "")
                .build(test)
                // Hibernate's own connections come from a driver that the application sees.
                .setManifest(new StringAsset("Manifest-Version: 1.0\nDependencies: org.postgresql\n"));
    }
}
