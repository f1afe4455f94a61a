package org.stillwater.demo.proof;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * The markers that writes have left, looked up in the database.
 *
 * @param rows how many rows carry the marker
 * @param halves how many orders lack the stock movements that belong to them, or some of their lines
 */
public record Markers(Map<String, Integer> rows, long halves) {

    private static final String FOUND = """
            select marker, count(*) from (
              select reference as marker from customer_order
              union all select note from order_event
              union all select text from customer_note
              union all select reference from stock_movement where quantity > 0
            ) markers where marker like ? group by marker
            """;

    // What Write.PLACE_ORDER asks for: two lines, and a movement for each.
    private static final String HALVES = """
            select count(*) from customer_order o where reference like ?
            and ((select count(*) from order_line l where l.order_id = o.id) <> 2
              or (select count(*) from stock_movement m where m.reference = o.reference) <> 2)
            """;

    /** Looks for everything that begins with the prefix. */
    public static Markers find(Connection connection, String prefix) throws SQLException {
        Map<String, Integer> rows = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(FOUND)) {
            statement.setString(1, prefix + "%");
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    rows.put(found.getString(1), found.getInt(2));
                }
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(HALVES)) {
            statement.setString(1, prefix + "%");
            try (ResultSet halves = statement.executeQuery()) {
                halves.next();
                return new Markers(Map.copyOf(rows), halves.getLong(1));
            }
        }
    }

    public int count(String marker) {
        return rows.getOrDefault(marker, 0);
    }
}
