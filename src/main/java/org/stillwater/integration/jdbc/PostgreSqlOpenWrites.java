package org.stillwater.integration.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stillwater.spi.OpenWrites;

/**
 * Reads PostgreSQL's own lists of sessions and of prepared transactions. A transaction has an id of its own
 * ({@code backend_xid}) exactly once it has written, or locked, something.
 *
 * <p><b>Order.</b> A session that prepares its transaction enters the list of prepared ones before it leaves that of the
 * running ones. So the running ones are read first: in between, it is in one list or in both. A commit leaves the list
 * after it is durable and visible.
 *
 * <p><b>Who counts.</b> Sessions of the user that the connection was opened for, in the same database. Not the server's own
 * workers: one that applies a logical replication runs as the owner of the subscription. A role sees its own sessions without any further right; one that was switched to by {@code SET ROLE} may not,
 * and would be shown sessions that look idle, so that is asked first.
 *
 * <p>Stateless.
 */
final class PostgreSqlOpenWrites {
    /**
     * For each of the questions. Not {@link Statement#setQueryTimeout}: the driver keeps a timer thread for that, which keeps
     * the class loader of whoever was the first in the whole server to need it.
     */
    private static final String LIMIT = "SET LOCAL statement_timeout = 3000";

    private static final String NOW = """
            select clock_timestamp(), pg_has_role(current_user, session_user, 'usage')
                or pg_has_role(current_user, 'pg_read_all_stats', 'usage')""";

    private static final String RUNNING = """
            select pid, backend_xid::text as xid, xact_start, state, application_name, host(client_addr) as host
            from pg_catalog.pg_stat_activity
            where datname = current_database() and usename = session_user
              and backend_type = 'client backend' and backend_xid is not null and pid <> pg_backend_pid()
            order by xact_start""";

    private static final String PREPARED = """
            select gid, prepared
            from pg_catalog.pg_prepared_xacts
            where database = current_database() and owner in (session_user, current_user)
            order by prepared""";

    private PostgreSqlOpenWrites() {}

    /** In a transaction, with which the limit ends. */
    static OpenWrites read(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            return ask(connection);
        }
        connection.setAutoCommit(false);
        try {
            return ask(connection);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static OpenWrites ask(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(LIMIT);
            Instant asked = now(statement);
            List<OpenWrites.Transaction> open = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(RUNNING)) {
                while (rows.next()) {
                    open.add(running(rows, asked));
                }
            }
            try (ResultSet rows = statement.executeQuery(PREPARED)) {
                while (rows.next()) {
                    open.add(prepared(rows, asked));
                }
            }
            return new OpenWrites(asked, open);
        }
    }

    private static Instant now(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(NOW)) {
            row.next();
            if (!row.getBoolean(2)) {
                throw new SQLException("the current role may not see the sessions of its user; grant pg_read_all_stats"
                        + " to it, or do not set a role on pooled connections");
            }
            return instant(row.getObject(1, OffsetDateTime.class));
        }
    }

    private static OpenWrites.Transaction running(ResultSet row, Instant asked) throws SQLException {
        OffsetDateTime start = row.getObject("xact_start", OffsetDateTime.class);
        Instant began = start == null ? null : instant(start);
        String host = row.getString("host");
        return new OpenWrites.Transaction(
                row.getString("pid") + "/" + row.getString("xid"),
                began,
                "PostgreSQL transaction " + row.getString("xid"),
                "session " + row.getString("pid") + " of application '" + row.getString("application_name") + "' at "
                        + (host == null ? "a local socket" : host) + ", " + row.getString("state"),
                age(began, asked));
    }

    /** When it began nobody knows any more, so that is not told. */
    private static OpenWrites.Transaction prepared(ResultSet row, Instant asked) throws SQLException {
        String gid = row.getString("gid");
        return new OpenWrites.Transaction(
                "prepared/" + gid,
                null,
                "PostgreSQL prepared transaction",
                "waits for COMMIT PREPARED or ROLLBACK PREPARED '" + gid + "'",
                age(instant(row.getObject("prepared", OffsetDateTime.class)), asked));
    }

    private static Duration age(@Nullable Instant began, Instant asked) {
        return began == null || began.isAfter(asked) ? Duration.ZERO : Duration.between(began, asked);
    }

    private static Instant instant(OffsetDateTime time) {
        return time.toInstant();
    }
}
