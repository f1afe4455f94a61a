package org.stillwater.it.catalogue.run;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.stillwater.it.catalogue.Product;

/** All that a database holds: the rows of every table, the columns, and where its sequences are. */
record Contents(List<String> lines) {
    static Contents of(Connection connection, Product product) throws SQLException {
        List<String> lines = new ArrayList<>(query(connection, columns(product)));
        for (String table : tables(connection, product)) {
            query(connection, "select * from " + table).stream()
                    .sorted()
                    .map(row -> table + ": " + row)
                    .forEach(lines::add);
        }
        for (String question : others(product)) {
            lines.addAll(query(connection, question));
        }
        if (product == Product.MARIADB) {
            for (String sequence : query(connection, tables(product, "SEQUENCE"))) {
                lines.addAll(query(connection, "select '" + sequence + "', next_not_cached_value from " + sequence));
            }
        }
        return new Contents(lines);
    }

    /** The names of the tables, as the database spells them. */
    static List<String> tables(Connection connection, Product product) throws SQLException {
        return query(connection, tables(product, "BASE TABLE"));
    }

    private static String tables(Product product, String type) {
        return String.format(
                Locale.ROOT,
                "select table_name from information_schema.tables where table_schema = '%s' and table_type = '%s'"
                        + " order by table_name",
                product.schema(),
                type);
    }

    private static String columns(Product product) {
        return String.format(
                Locale.ROOT,
                "select table_name, column_name, data_type from information_schema.columns where table_schema = '%s'"
                        + " order by table_name, column_name",
                product.schema());
    }

    private static List<String> others(Product product) {
        return switch (product) {
            case POSTGRESQL ->
                List.of(
                        "select 'sequence', sequencename, last_value from pg_sequences order by 2",
                        "select 'large object', oid from pg_largeobject_metadata order by 2");
            case MARIADB -> List.of();
            case H2 ->
                List.of(
                        "select 'sequence', sequence_name, base_value from information_schema.sequences order by 2",
                        "select 'identity', table_name, identity_base from information_schema.columns"
                                + " where is_identity = 'YES' order by 2");
        };
    }

    private static List<String> query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            int columns = rows.getMetaData().getColumnCount();
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                StringBuilder row = new StringBuilder();
                for (int column = 1; column <= columns; column++) {
                    row.append(column == 1 ? "" : ", ").append(rows.getString(column));
                }
                found.add(row.toString());
            }
            return found;
        }
    }

    /** The rows of one table. */
    List<String> of(String table) {
        return lines.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(table + ": "))
                .toList();
    }

    /** What is in the one and not in the other. */
    String difference(Contents later) {
        List<String> gone = new ArrayList<>(lines);
        later.lines.forEach(gone::remove);
        List<String> come = new ArrayList<>(later.lines);
        lines.forEach(come::remove);
        return "gone: " + gone + ", come: " + come;
    }
}
