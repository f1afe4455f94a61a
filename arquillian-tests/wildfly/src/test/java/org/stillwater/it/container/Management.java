package org.stillwater.it.container;

import java.io.IOException;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;

/** WildFly's management of the server that is tested. */
final class Management {
    private Management() {}

    static ModelNode execute(ModelNode operation) throws IOException {
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
