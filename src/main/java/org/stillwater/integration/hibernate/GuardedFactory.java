package org.stillwater.integration.hibernate;

import java.time.Duration;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.jdbc.ConnectionGuard;
import org.stillwater.internal.mode.DrainQuestion;
import org.stillwater.internal.mode.DrainSource;
import org.stillwater.internal.mode.ModeState;
import org.stillwater.internal.runtime.CachingGuard;
import org.stillwater.internal.runtime.ProbedGuard;
import org.stillwater.internal.runtime.ReplicatedGuard;
import org.stillwater.spi.ReplicaReport;

/** A session factory with what guards its connections, and with its second-level cache. Thread-safe. */
final class GuardedFactory implements DrainSource, ProbedGuard, CachingGuard, ReplicatedGuard {
    private final SessionFactoryImplementor factory;
    private final ConnectionGuard connections;
    private final @Nullable DropListener dropping;

    GuardedFactory(SessionFactoryImplementor factory, ConnectionGuard connections, @Nullable DropListener dropping) {
        this.factory = factory;
        this.connections = connections;
        this.dropping = dropping;
    }

    @Override
    public void forgetCached() {
        if (!factory.isClosed()) {
            factory.getCache().evictAllRegions();
        }
    }

    @Override
    public String unit() {
        return connections.unit();
    }

    @Override
    public DrainQuestion begin() {
        return connections.begin();
    }

    @Override
    public boolean probe() {
        return connections.probe();
    }

    @Override
    public void probeTakesLongerThan(Duration limit) {
        connections.probeTakesLongerThan(limit);
    }

    @Override
    public void followReplica(ModeState now) {
        connections.followReplica(now);
    }

    @Override
    public ReplicaReport replicaReport() {
        return connections.replicaReport();
    }

    @Override
    public void stopReplica() {
        connections.stopReplica();
    }

    @Override
    public String toString() {
        return dropping == null ? connections.toString() : connections + dropping.describe();
    }
}
