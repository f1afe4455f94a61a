package org.stillwater.it.container;

import java.io.IOException;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;

/** The connection pool of the tests' data source, as WildFly's management shows it. */
public final class ServerPool {
    private static final ModelNode POOL =
            new ModelNode().add("subsystem", "datasources").add("data-source", "StillwaterDS");

    private ServerPool() {}

    /** How many connections somebody has taken and not given back. */
    public static int inUse() throws IOException {
        ModelNode statistics = POOL.clone().add("statistics", "pool");
        return execute(Operations.createReadAttributeOperation(statistics, "InUseCount"))
                .asInt();
    }

    /** Makes the pool anew, without those that nobody will give back. */
    public static void flush() throws IOException {
        execute(Operations.createOperation("flush-all-connection-in-pool", POOL.clone()));
    }

    private static ModelNode execute(ModelNode operation) throws IOException {
        int port = Integer.parseInt(Ports.get("admin"));
        try (var client = ModelControllerClient.Factory.create("127.0.0.1", port)) {
            ModelNode outcome = client.execute(operation);
            if (!Operations.isSuccessfulOutcome(outcome)) {
                throw new IOException(Operations.getFailureDescription(outcome).asString());
            }
            return Operations.readResult(outcome);
        }
    }
}
