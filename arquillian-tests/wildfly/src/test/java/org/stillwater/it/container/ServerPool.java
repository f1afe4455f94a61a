package org.stillwater.it.container;

import java.io.IOException;
import java.util.List;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;

/** The connection pools of the tests' data sources, as WildFly's management shows them. */
public final class ServerPool {
    private static final List<ModelNode> POOLS = List.of(
            pool("data-source", "StillwaterDS"),
            pool("data-source", "BesideDS"),
            pool("data-source", "StillwaterH2DS"),
            pool("data-source", "MariaDS"),
            pool("data-source", "PrimaryDS"),
            pool("data-source", "PrimaryLocalDS"),
            pool("data-source", "StandbyDS"),
            pool("data-source", "StandbyJtaDS"),
            pool("xa-data-source", "MariaXADS"));

    private ServerPool() {}

    private static ModelNode pool(String kind, String name) {
        return new ModelNode().add("subsystem", "datasources").add(kind, name);
    }

    /** How many connections somebody has taken and not given back. */
    public static int inUse() throws IOException {
        int inUse = 0;
        for (ModelNode pool : POOLS) {
            ModelNode statistics = pool.clone().add("statistics", "pool");
            inUse += Management.execute(Operations.createReadAttributeOperation(statistics, "InUseCount"))
                    .asInt();
        }
        return inUse;
    }

    /** Makes the pools anew, without those connections that nobody will give back. */
    public static void flush() throws IOException {
        for (ModelNode pool : POOLS) {
            Management.execute(Operations.createOperation("flush-all-connection-in-pool", pool.clone()));
        }
    }
}
