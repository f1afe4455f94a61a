package org.stillwater.integration.eclipselink;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.internal.sessions.DatabaseSessionImpl;
import org.eclipse.persistence.sessions.DatasourceLogin;
import org.eclipse.persistence.sessions.Login;
import org.eclipse.persistence.sessions.broker.SessionBroker;
import org.eclipse.persistence.sessions.server.ConnectionPool;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.jspecify.annotations.Nullable;

/** What EclipseLink's sessions are made of, as far as connections go through it. */
final class Sessions {
    private Sessions() {}

    /** The sessions with connections: those behind a composite unit's broker, or the one itself. */
    static List<AbstractSession> of(@Nullable AbstractSession session) {
        if (session == null) {
            return List.of();
        }
        if (!(session instanceof SessionBroker broker)) {
            return List.of(session);
        }
        List<AbstractSession> members = new ArrayList<>();
        members.add(broker);
        broker.getSessionsByName().values().forEach(member -> members.addAll(of(member)));
        return members;
    }

    /** All that connections of this session may be made with: for writing, for reading, for sequences, for named pools. */
    static Set<DatasourceLogin> logins(AbstractSession session) {
        Set<DatasourceLogin> logins = Collections.newSetFromMap(new IdentityHashMap<>());
        if (session instanceof SessionBroker) {
            return logins;
        }
        add(logins, session.getDatasourceLogin());
        pools(session).forEach(pool -> add(logins, pool.getLogin()));
        if (session instanceof DatabaseSessionImpl database) {
            add(logins, database.getSequencingControl().getLogin());
        }
        return logins;
    }

    private static void add(Set<DatasourceLogin> logins, @Nullable Login login) {
        if (login instanceof DatasourceLogin datasource) {
            logins.add(datasource);
        }
    }

    private static Collection<ConnectionPool> pools(AbstractSession session) {
        Set<ConnectionPool> pools = Collections.newSetFromMap(new IdentityHashMap<>());
        if (session instanceof ServerSession server) {
            pools.addAll(server.getConnectionPools().values());
            if (server.getReadConnectionPool() != null) {
                pools.add(server.getReadConnectionPool());
            }
        }
        return pools;
    }

    /** The login that borrows connections outside of JTA transactions, if there is one. */
    static DatasourceLogin loginOutsideOfTransactions(AbstractSession session) {
        return logins(session).stream()
                .filter(login -> !login.shouldUseExternalTransactionController())
                .findFirst()
                .orElseGet(() -> (DatasourceLogin) session.getDatasourceLogin());
    }
}
