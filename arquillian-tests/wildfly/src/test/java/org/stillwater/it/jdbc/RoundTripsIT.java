package org.stillwater.it.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stillwater.internal.jdbc.ConnectionGuard;
import org.stillwater.internal.runtime.ReadOnlyRuntime;
import org.stillwater.it.container.MariaDb;
import org.stillwater.it.container.Ports;

/** What it costs a transaction that reads to be made read-only in the database, as seen on the wire. */
class RoundTripsIT {
    private static LocalMode mode;

    private ConnectionGuard guard;

    @BeforeAll
    static void start() {
        mode = new LocalMode();
    }

    @AfterAll
    static void stop() {
        mode.close();
    }

    @AfterEach
    void lift() {
        LocalMode.lift();
        ReadOnlyRuntime.removeGuard(guard);
    }

    @Test
    void a_transaction_on_postgresql_takes_one_more_in_read_only_mode() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(new File(System.getProperty("it.directory"), "postgres"))
                        .start();
                Relay relay = new Relay(postgres.getPort());
                Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + relay.port() + "/postgres?user=postgres")) {
            oneMoreIsTaken(
                    relay,
                    connection,
                    new Lender(() -> postgres.getPostgresDatabase().getConnection()));
        }
    }

    @Test
    void a_transaction_on_mariadb_takes_one_more_in_read_only_mode() throws Exception {
        MariaDb.start().join();
        try (Relay relay = new Relay(Integer.parseInt(Ports.get("mariadb")));
                Connection connection = DriverManager.getConnection(
                        "jdbc:mariadb://127.0.0.1:" + relay.port() + "/shop?sslMode=disable&user=shop&password=shop")) {
            oneMoreIsTaken(relay, connection, new Lender(() -> MariaDb.connect("shop")));
        }
    }

    private void oneMoreIsTaken(Relay relay, Connection raw, Lender lender) throws Exception {
        guard = new ConnectionGuard(() -> false, lender, () -> false, "its connections");
        ReadOnlyRuntime.addGuard(guard);
        try (Connection connection = guard.connect(new Lender(() -> raw))) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("create temporary table trip (text varchar(10))");
            connection.commit();
            readAndCommit(connection, 3); // what a driver asks only once
            int one = roundTripsOf(relay, connection, 1);
            int three = roundTripsOf(relay, connection, 3);
            assertThat(three).isEqualTo(one + 2);
            LocalMode.enter();
            assertThat(LocalMode.awaitGuardLine("a session factory")).endsWith("read-only transactions, verified");
            assertThat(roundTripsOf(relay, connection, 1)).isEqualTo(one + 1);
            assertThat(roundTripsOf(relay, connection, 3)).isEqualTo(three + 1);
        }
    }

    private static int roundTripsOf(Relay relay, Connection connection, int reads) throws SQLException {
        int before = relay.roundTrips();
        readAndCommit(connection, reads);
        return relay.roundTrips() - before;
    }

    /** Of a table: with MariaDB, a transaction that reads none has not begun, and its commit is not sent. */
    private static void readAndCommit(Connection connection, int reads) throws SQLException {
        for (int i = 0; i < reads; i++) {
            try (var statement = connection.prepareStatement("select * from trip");
                    var rows = statement.executeQuery()) {
                assertThat(rows.next()).isFalse();
            }
        }
        connection.commit();
    }
}
