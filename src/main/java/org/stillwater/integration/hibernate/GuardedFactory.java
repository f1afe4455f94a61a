package org.stillwater.integration.hibernate;

import java.time.Duration;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.stillwater.internal.jdbc.ConnectionGuard;
import org.stillwater.internal.mode.DrainQuestion;
import org.stillwater.internal.mode.DrainSource;
import org.stillwater.internal.runtime.CachingGuard;
import org.stillwater.internal.runtime.ProbedGuard;

/** A session factory with what guards its connections, and with its second-level cache. Thread-safe. */
final class GuardedFactory implements DrainSource, ProbedGuard, CachingGuard {
    private final SessionFactoryImplementor factory;
    private final ConnectionGuard connections;

    GuardedFactory(SessionFactoryImplementor factory, ConnectionGuard connections) {
        this.factory = factory;
        this.connections = connections;
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
    public String toString() {
        return connections.toString();
    }
}
