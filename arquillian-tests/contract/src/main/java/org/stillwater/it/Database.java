package org.stillwater.it;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The PostgreSQL of this test run, seen from the tests: past the server, over connections of their own. */
public final class Database {
    /** The name under which applications of {@link Archives} find their data source in {@code java:comp/env}. */
    public static final String RESOURCE = "jdbc/Stillwater";

    private Database() {}

    /** Where the server itself keeps that data source; for {@code jta-data-source} in a {@code persistence.xml}. */
    public static String serverDataSource() {
        return System.getProperty("it.datasource");
    }

    public static Connection connect() throws SQLException {
        return DriverManager.getConnection(url());
    }

    public static void execute(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of all rows. */
    public static List<String> texts(String query) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    private static String url() {
        return "jdbc:postgresql://127.0.0.1:" + System.getProperty("it.port.database") + "/postgres?user=postgres";
    }
}
