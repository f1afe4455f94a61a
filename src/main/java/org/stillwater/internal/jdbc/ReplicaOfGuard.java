package org.stillwater.internal.jdbc;

import org.jspecify.annotations.Nullable;
import org.stillwater.internal.config.ReplicaSettings;
import org.stillwater.internal.database.ConnectionSource;
import org.stillwater.internal.replica.NamedDataSource;
import org.stillwater.internal.replica.Replica;
import org.stillwater.internal.runtime.ReadOnlyRuntime;
import org.stillwater.spi.ReplicaReport;

/** The replica that the settings give to one guard; found once the application is there and the guard has a name. Thread-safe. */
final class ReplicaOfGuard {
    private static final String SETTING = "stillwater.replica.";

    private final ConnectionSource primary;
    private volatile boolean known;
    private volatile @Nullable Replica replica;

    ReplicaOfGuard(ConnectionSource primary) {
        this.primary = primary;
    }

    /** Whether {@link #known()} can say; then nobody has to be named for {@link #get}, which would cost each connection a text. */
    boolean isKnown() {
        return known;
    }

    /** The replica, once it is known; null if there is none. */
    @Nullable
    Replica known() {
        return replica;
    }

    /**
     * The replica, or null if there is none, or if nobody can say yet.
     *
     * @param unit names the guard, for operators
     * @param name names the guard in settings
     */
    @Nullable
    Replica get(String unit, @Nullable String name) {
        if (known) {
            return replica;
        }
        ReadOnlyRuntime runtime = ReadOnlyRuntime.ifStarted();
        return runtime == null || name == null ? null : find(runtime, unit, name);
    }

    private synchronized @Nullable Replica find(ReadOnlyRuntime runtime, String unit, String name) {
        if (!known) {
            ReplicaSettings settings = runtime.settings().replicas();
            String jndiName = settings.of(name);
            if (jndiName != null) {
                replica = new Replica(
                        unit,
                        jndiName,
                        settings,
                        new NamedDataSource(SETTING + name, jndiName),
                        primary,
                        runtime::reportSoon,
                        runtime::emptyCaches);
            }
            known = true;
        }
        return replica;
    }

    static ReplicaReport none(String unit) {
        return new ReplicaReport(unit, "", ReplicaReport.State.NONE, "");
    }

    void stop() {
        Replica found = replica;
        if (found != null) {
            found.stop();
        }
    }
}
