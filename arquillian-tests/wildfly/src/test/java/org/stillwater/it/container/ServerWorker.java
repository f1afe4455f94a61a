package org.stillwater.it.container;

import java.io.IOException;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;

/** The threads that work on WildFly's requests. */
public final class ServerWorker {
    private static final ModelNode WORKER =
            new ModelNode().add("subsystem", "io").add("worker", "default");
    private static final String CORE = "task-core-threads";
    private static final String KEEPALIVE = "task-keepalive";

    private ServerWorker() {}

    /** Has a thread end as soon as it has nothing to do. */
    public static void endIdleThreads() throws IOException {
        Management.execute(Operations.createWriteAttributeOperation(WORKER, CORE, 0));
        Management.execute(Operations.createWriteAttributeOperation(WORKER, KEEPALIVE, 100));
    }

    /** As shipped. */
    public static void keepIdleThreads() throws IOException {
        Management.execute(Operations.createUndefineAttributeOperation(WORKER, CORE));
        Management.execute(Operations.createUndefineAttributeOperation(WORKER, KEEPALIVE));
    }
}
