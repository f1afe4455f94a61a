package org.stillwater.internal.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;

/** The databases that live in the process of the tests. */
enum Embedded {
    H2("jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1"),
    HSQLDB("jdbc:hsqldb:mem:%s;hsqldb.tx=mvcc"),
    DERBY("jdbc:derby:memory:%s;create=true");

    private final String url;

    Embedded(String url) {
        this.url = url;
    }

    /** The address of a database that nobody has used yet. */
    String newUrl() {
        return String.format(
                Locale.ROOT, url, "test" + UUID.randomUUID().toString().replace("-", ""));
    }

    static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static int count(String url, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
