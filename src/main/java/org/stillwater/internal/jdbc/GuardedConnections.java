package org.stillwater.internal.jdbc;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.stillwater.GuardedDataSource;
import org.stillwater.internal.database.ConnectionSource;
import org.stillwater.internal.log.Log;

/** Guards the connections of a data source. Nobody gets at the one behind: its connections would not be guarded. */
final class GuardedConnections implements GuardedDataSource {
    private final String name;
    private final DataSource behind;
    private final ConnectionGuard guard;

    GuardedConnections(String name, DataSource behind, ConnectionGuard guard) {
        this.name = name;
        this.behind = behind;
        this.guard = guard;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return guard.connect(new Behind(behind::getConnection));
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return guard.connect(new Behind(() -> behind.getConnection(username, password)));
    }

    private record Behind(Lender lender) implements ConnectionSource {
        @Override
        public Connection borrow() throws SQLException {
            return lender.lend();
        }

        @Override
        public void giveBack(Connection connection) throws SQLException {
            connection.close();
        }
    }

    private interface Lender {
        Connection lend() throws SQLException;
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw new SQLException(Log.message(
                "STILL01505",
                "Guarded data source '%s' does not hand out the '%s' behind it, whose connections would not be guarded. Take"
                        + " that from where you have it for what must not be guarded",
                name,
                type.getName()));
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return behind.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        behind.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        behind.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return behind.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return behind.getParentLogger();
    }

    @Override
    public String toString() {
        return "guarded " + behind;
    }
}
