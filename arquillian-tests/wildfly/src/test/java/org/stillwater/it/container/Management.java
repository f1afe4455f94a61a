package org.stillwater.it.container;

import java.io.IOException;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;

/** WildFly's management, as an operator uses it. */
public final class Management {
    private Management() {}

    /** Sets an attribute of the resource at an address of names and values. */
    public static void write(String attribute, int value, String... address) throws IOException {
        ModelNode resource = new ModelNode();
        for (int part = 0; part < address.length; part += 2) {
            resource.add(address[part], address[part + 1]);
        }
        execute(Operations.createWriteAttributeOperation(resource, attribute, value));
    }

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
