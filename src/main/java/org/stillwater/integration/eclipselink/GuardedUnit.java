package org.stillwater.integration.eclipselink;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.persistence.exceptions.DatabaseException;
import org.eclipse.persistence.internal.databaseaccess.Accessor;
import org.eclipse.persistence.internal.databaseaccess.DatasourceAccessor;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.sessions.DatasourceLogin;
import org.stillwater.internal.database.ConnectionSource;
import org.stillwater.internal.jdbc.ConnectionGuard;
import org.stillwater.internal.log.Log;
import org.stillwater.internal.mode.DrainQuestion;
import org.stillwater.internal.mode.DrainSource;
import org.stillwater.internal.mode.ModeState;
import org.stillwater.internal.runtime.CachingGuard;
import org.stillwater.internal.runtime.ProbedGuard;
import org.stillwater.internal.runtime.ReadOnlyRuntime;
import org.stillwater.internal.runtime.ReplicatedGuard;
import org.stillwater.spi.ReplicaReport;

/**
 * The guard of one session: sees to it that each of its connections is guarded, and listens to its units of work.
 * Thread-safe.
 */
final class GuardedUnit implements DrainSource, CachingGuard, ProbedGuard, ReplicatedGuard {
    private static final Log LOG = Log.of("eclipselink");
    private static final String PROVIDER = "EclipseLink";

    private final AbstractSession session;
    private final ConnectionGuard main;
    private final UnitListener listener;

    /** A new connection is announced like any other; if it is not guarded either, another try would not help. */
    private final Set<Accessor> reconnecting = ConcurrentHashMap.newKeySet();

    GuardedUnit(String name, AbstractSession session) {
        this.session = session;
        this.main = new ConnectionGuard(this::isJta, new Unguarded(session), () -> false, PROVIDER);
        this.main.setUnit(name);
        this.listener = new UnitListener(this);
    }

    void attach() {
        session.getEventManager().addListener(listener);
    }

    /** Leaves the session as it was. Connections that are in use stay guarded until they are given back. */
    void detach() {
        session.getEventManager().removeListener(listener);
        Sessions.logins(session).forEach(Connectors::release);
    }

    /**
     * Guards what the session connects with. One that has not logged in yet does so itself when it does: until then its
     * logins may change.
     */
    void guardConnections() {
        if (session.isConnected()) {
            guardLogins();
        }
    }

    /** EclipseLink goes on without tables that it could not make, and tells nobody. */
    void refuseTables() {
        String how = SchemaGeneration.of(session);
        ReadOnlyRuntime runtime = ReadOnlyRuntime.current();
        if (how != null && runtime.refusesWritesHere()) {
            throw runtime.refusals().of("making of tables by " + unit() + " (" + how + ")");
        }
    }

    void guardLogins() {
        Sessions.logins(session).forEach(this::guardLogin);
    }

    private void guardLogin(DatasourceLogin login) {
        Connectors.guard(
                login,
                login == session.getDatasourceLogin()
                        ? main
                        : new ConnectionGuard(main, login::shouldUseExternalTransactionController, PROVIDER));
    }

    private static boolean isGuarded(Accessor accessor) {
        return !(accessor.getDatasourceConnection() instanceof Connection connection)
                || ConnectionGuard.isGuarded(connection);
    }

    /**
     * Replaces a connection that is not guarded, when somebody is about to use it: one that EclipseLink has kept since
     * before its session was found, or that of an entity manager with a data source of its own.
     */
    void guardAccessor(Accessor accessor, AbstractSession user) {
        if (isGuarded(accessor)
                || accessor.isInTransaction()
                || accessor.getCallCount() > 0
                || !(accessor instanceof DatasourceAccessor known)
                || !(known.getLogin() instanceof DatasourceLogin login)) {
            return;
        }
        if (reconnecting.add(accessor)) {
            try {
                guardLogin(login);
                known.closeConnection();
                known.setIsValid(false); // until it is connected again, or its pool throws it away
                known.reestablishConnection(user);
            } finally {
                reconnecting.remove(accessor);
            }
        } else {
            LOG.warn("STILL01603", "%s: connections of %s are not guarded", unit(), accessor.getClass());
        }
    }

    /** Whether units of work of this session take part in JTA transactions. */
    boolean isJta() {
        return session.hasExternalTransactionController();
    }

    @Override
    public void forgetCached() {
        session.getIdentityMapAccessor().invalidateAll();
        session.getIdentityMapAccessor().clearQueryCache();
    }

    @Override
    public String unit() {
        return main.unit();
    }

    @Override
    public DrainQuestion begin() {
        return main.begin();
    }

    @Override
    public boolean probe() {
        return main.probe();
    }

    @Override
    public void probeTakesLongerThan(Duration limit) {
        main.probeTakesLongerThan(limit);
    }

    @Override
    public void followReplica(ModeState now) {
        main.followReplica(now);
    }

    @Override
    public ReplicaReport replicaReport() {
        return main.replicaReport();
    }

    @Override
    public void stopReplica() {
        main.stopReplica();
    }

    @Override
    public String toString() {
        return main.toString();
    }

    /** What it lends is guarded if the login is. */
    private record LoginOfSession(AbstractSession session) implements ConnectionSource {
        @Override
        public Connection borrow() throws SQLException {
            DatasourceLogin login = Sessions.loginOutsideOfTransactions(session);
            try {
                return (Connection) login.connectToDatasource(null, session);
            } catch (DatabaseException e) {
                throw e.getInternalException() instanceof SQLException cause ? cause : new SQLException(e);
            }
        }

        @Override
        public void giveBack(Connection connection) throws SQLException {
            connection.close();
        }
    }

    private record Unguarded(AbstractSession session) implements ConnectionSource {
        @Override
        public Connection borrow() throws SQLException {
            return ConnectionGuard.unguarded(new LoginOfSession(session));
        }

        @Override
        public void giveBack(Connection connection) throws SQLException {
            connection.close();
        }
    }
}
