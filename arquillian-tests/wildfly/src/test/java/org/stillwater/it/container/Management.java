package org.stillwater.it.container;

import java.io.IOException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;

/** WildFly's management, as an operator uses it. */
public final class Management {
    private Management() {}

    /** Sets an attribute of the resource at an address of names and values. */
    public static void write(String attribute, int value, String... address) throws IOException {
        execute(Operations.createWriteAttributeOperation(resource(address), attribute, value));
    }

    /** Reads it. */
    public static ModelNode read(String attribute, String... address) throws IOException {
        return execute(Operations.createReadAttributeOperation(resource(address), attribute));
    }

    /** Stops all services of the server and starts them again; returns when that is done. */
    public static void reload() throws IOException {
        execute(Operations.createOperation("reload"));
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> read("server-state").asString().equals("running"));
    }

    private static ModelNode resource(String... address) {
        ModelNode resource = new ModelNode().setEmptyList();
        for (int part = 0; part < address.length; part += 2) {
            resource.add(address[part], address[part + 1]);
        }
        return resource;
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
