package org.stillwater.demo.proof;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Sees every statement that changes rows, from inside the database: a trigger on each table notes the transaction and
 * the role. The notes belong to a superuser, so neither the application nor the migration can leave them out, and a
 * transaction that is rolled back takes its notes with it.
 */
public final class Witness {

    private static final String INSTALL = """
            create schema witness;
            create table witness.change (xid xid8 not null, role name not null, relation name not null, operation text not null);
            create function witness.note() returns trigger language plpgsql security definer set search_path = '' as $$
            begin
              insert into witness.change values (pg_current_xact_id(), session_user, tg_table_name, tg_op);
              return null;
            end $$;
            do $$ declare watched regclass; begin
              for watched in select oid from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' loop
                execute format('create trigger witness after insert or update or delete or truncate on %s for each statement execute function witness.note()', watched);
              end loop;
            end $$;
            """;

    // What had not ended at the first moment and had at the second was committed in between; there are no other notes.
    private static final String COMMITTED_BETWEEN = """
            select count(*), count(distinct xid) from witness.change
            where role = ? and not pg_visible_in_snapshot(xid, ?::pg_snapshot) and pg_visible_in_snapshot(xid, ?::pg_snapshot)
            """;

    private static final String UNWATCHED = """
            select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
            and not exists (select from pg_trigger where tgrelid = pg_class.oid and tgname = 'witness' and tgenabled = 'O')
            """;

    private Witness() {}

    /** Begins to watch every table there is. */
    public static void install(Connection superuser) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute(INSTALL);
        }
    }

    /** Counts the statements that changed rows, of one role, in transactions that were committed between two moments. */
    public static Changes committedBetween(Connection superuser, String role, Moment from, Moment to)
            throws SQLException {
        try (PreparedStatement statement = superuser.prepareStatement(COMMITTED_BETWEEN)) {
            statement.setString(1, role);
            statement.setString(2, from.snapshot());
            statement.setString(3, to.snapshot());
            try (ResultSet counts = statement.executeQuery()) {
                counts.next();
                return new Changes(counts.getLong(1), counts.getLong(2));
            }
        }
    }

    /** The tables that nobody watches; a count of changes is worth something only if there are none. */
    public static List<String> unwatched(Connection superuser) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = superuser.createStatement();
                ResultSet tables = statement.executeQuery(UNWATCHED)) {
            while (tables.next()) {
                names.add(tables.getString(1));
            }
        }
        return names;
    }

    /** How many statements, in how many transactions. */
    public record Changes(long statements, long transactions) {}
}
