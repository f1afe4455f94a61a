package org.stillwater.integration.eclipselink;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.function.Supplier;
import org.eclipse.persistence.exceptions.DatabaseException;
import org.eclipse.persistence.sessions.Connector;
import org.eclipse.persistence.sessions.DatasourceLogin;
import org.eclipse.persistence.sessions.DefaultConnector;
import org.eclipse.persistence.sessions.JNDIConnector;
import org.eclipse.persistence.sessions.Session;
import org.stillwater.internal.database.ConnectionSource;
import org.stillwater.internal.jdbc.ConnectionGuard;

/**
 * Connectors in front of those of a login. EclipseLink looks at the types of its own two and reads their settings, so in
 * front of these stand connectors of the same type, with the same settings.
 */
final class Connectors {
    private Connectors() {}

    /** Guards what connects from now on, unless it is guarded. */
    static void guard(DatasourceLogin login, ConnectionGuard guard) {
        Connector connector = login.getConnector();
        if (connector == null || connector instanceof Guarding) {
            return;
        }
        Guard guarding = new Guard(connector, login, guard);
        if (connector.getClass() == JNDIConnector.class) {
            login.setConnector(new GuardedJndi(guarding, (JNDIConnector) connector));
        } else if (connector.getClass() == DefaultConnector.class) {
            login.setConnector(new GuardedDefault(guarding, (DefaultConnector) connector));
        } else {
            login.setConnector(new GuardedOther(guarding));
        }
    }

    /** Takes back what {@link #guard} did. */
    static void release(DatasourceLogin login) {
        if (login.getConnector() instanceof Guarding guarding) {
            login.setConnector(guarding.guard().connector());
        }
    }

    private interface Guarding extends Connector {
        Guard guard();
    }

    private record Guard(Connector connector, DatasourceLogin login, ConnectionGuard guard) {
        Connection guard(Supplier<Connection> connecting) {
            ConnectionSource source = new Connecting(connecting);
            try {
                return login.shouldUseExternalConnectionPooling() ? guard.connect(source) : guard.connectKept(source);
            } catch (SQLException e) {
                throw DatabaseException.sqlException(e, true);
            }
        }
    }

    private record Connecting(Supplier<Connection> connecting) implements ConnectionSource {
        @Override
        public Connection borrow() {
            return connecting.get();
        }

        @Override
        public void giveBack(Connection connection) throws SQLException {
            connection.close();
        }
    }

    private static final class GuardedJndi extends JNDIConnector implements Guarding {
        private static final long serialVersionUID = 1L;

        private final transient Guard guard;

        @SuppressWarnings("deprecation") // the lookup type, of those who set it
        GuardedJndi(Guard guard, JNDIConnector connector) {
            super(connector.getDataSource());
            this.guard = guard;
            setName(connector.getName());
            if (connector.getDataSource() == null) {
                setContext(connector.getContext());
                setLookupType(connector.getLookupType());
            }
        }

        @Override
        public Guard guard() {
            return guard;
        }

        @Override
        public Connection connect(Properties properties, Session session) {
            return guard.guard(() -> super.connect(properties, session));
        }
    }

    private static final class GuardedDefault extends DefaultConnector implements Guarding {
        private static final long serialVersionUID = 1L;

        private final transient Guard guard;

        GuardedDefault(Guard guard, DefaultConnector connector) {
            super(connector.getDriverClassName(), connector.getDriverURLHeader(), connector.getDatabaseURL());
            this.guard = guard;
        }

        @Override
        public Guard guard() {
            return guard;
        }

        @Override
        public Connection connect(Properties properties, Session session) {
            return guard.guard(() -> super.connect(properties, session));
        }
    }

    private static final class GuardedOther implements Guarding {
        private static final long serialVersionUID = 1L;

        private final transient Guard guard;

        GuardedOther(Guard guard) {
            this.guard = guard;
        }

        @Override
        public Guard guard() {
            return guard;
        }

        @Override
        public Object clone() {
            return new GuardedOther(guard);
        }

        @Override
        public Connection connect(Properties properties, Session session) {
            return guard.guard(() -> guard.connector().connect(properties, session));
        }

        @Override
        public void toString(PrintWriter writer) {
            guard.connector().toString(writer);
        }

        @Override
        public String getConnectionDetails() {
            return guard.connector().getConnectionDetails();
        }
    }
}
