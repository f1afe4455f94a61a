package org.stillwater.internal.config;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The replicas of the guarded databases. Immutable.
 *
 * @param names {@code stillwater.replica.<unit>}: the JNDI names of their data sources, by persistence unit or by the name
 *     of a guarded data source
 * @param required {@code stillwater.replica-policy}: whether reads fail rather than go to the primary, while a replica
 *     that should be read cannot be
 * @param passedOver {@code stillwater.frozen-replica}: whether a frozen replica is not read, because this deployment
 *     knows the new schema
 */
public record ReplicaSettings(Map<String, String> names, boolean required, boolean passedOver) {
    /** What applies where nothing is set. */
    static final ReplicaSettings NONE = new ReplicaSettings(Map.of(), false, false);

    /** Copies the map. */
    public ReplicaSettings {
        names = Map.copyOf(names);
    }

    /** The JNDI name of a unit's replica, or null if it has none. */
    public @Nullable String of(@Nullable String unit) {
        return unit == null ? null : names.get(unit);
    }

    static boolean required(String policy) {
        return switch (policy) {
            case "primary" -> false;
            case "fail" -> true;
            default -> throw new IllegalArgumentException("'primary' or 'fail' is allowed");
        };
    }

    static boolean passedOver(String use) {
        return switch (use) {
            case "read" -> false;
            case "ignore" -> true;
            default -> throw new IllegalArgumentException("'read' or 'ignore' is allowed");
        };
    }

    static String jndiName(String name) {
        if (!name.matches("[!-~]{1,200}")) {
            throw new IllegalArgumentException(
                    "the JNDI name of a data source is allowed, such as 'java:/jdbc/shop-replica' or 'jdbc/shop-replica'");
        }
        return name;
    }
}
