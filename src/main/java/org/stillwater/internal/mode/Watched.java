package org.stillwater.internal.mode;

import java.util.List;
import java.util.function.Supplier;
import org.stillwater.spi.ReplicaReport;
import org.stillwater.spi.UndeclaredWrite;

/**
 * What is asked for each report, besides the gate.
 *
 * @param guards what refuses writes below the method
 * @param undeclared what the application wrote without declaring it
 * @param databases what is asked before this application says that it has drained
 * @param replicas what is known about the replicas
 */
public record Watched(
        Supplier<List<String>> guards,
        Supplier<List<UndeclaredWrite>> undeclared,
        Supplier<List<DrainSource>> databases,
        Supplier<List<ReplicaReport>> replicas) {}
