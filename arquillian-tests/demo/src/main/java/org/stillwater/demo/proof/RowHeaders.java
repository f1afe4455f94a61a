package org.stillwater.demo.proof;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A second opinion that needs no trigger: every row carries the transaction that wrote it, and PostgreSQL remembers
 * when that one was committed ({@code track_commit_timestamp}). It does not see deletions, nor what was overwritten
 * later, but the rows of the window cannot hide from it.
 */
public final class RowHeaders {

    // One look-up per transaction, not per row: the backfill alone wrote hundreds of thousands.
    private static final String WRITTEN_BETWEEN = """
            select coalesce(sum(written), 0) from (select xmin as xid, count(*) as written from %s group by xmin) transactions
            where pg_xact_commit_timestamp(xid) > ? and pg_xact_commit_timestamp(xid) <= ?
            and xid not in (select change.xid::xid from witness.change where role = ?)
            """;

    private RowHeaders() {}

    /** Counts the rows written between two moments by anybody but the migrating role. */
    public static long writtenBetween(Connection superuser, String migrator, Moment from, Moment to)
            throws SQLException {
        long rows = 0;
        for (String table : tables(superuser)) {
            rows += writtenBetween(superuser, table, migrator, from, to);
        }
        return rows;
    }

    private static List<String> tables(Connection superuser) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = superuser.createStatement();
                ResultSet tables = statement.executeQuery(
                        "select oid::regclass::text from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'")) {
            while (tables.next()) {
                names.add(tables.getString(1));
            }
        }
        return names;
    }

    private static long writtenBetween(Connection superuser, String table, String migrator, Moment from, Moment to)
            throws SQLException {
        try (PreparedStatement statement =
                superuser.prepareStatement(String.format(Locale.ROOT, WRITTEN_BETWEEN, table))) {
            statement.setObject(1, from.time());
            statement.setObject(2, to.time());
            statement.setString(3, migrator);
            try (ResultSet count = statement.executeQuery()) {
                count.next();
                return count.getLong(1);
            }
        }
    }
}
