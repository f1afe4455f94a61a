package org.stillwater.demo.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stillwater.demo.ShopDatabase;
import org.stillwater.demo.machinery.Postgres;

/** Why the data source says {@code autosave=conservative}. */
@ExtendWith(ShopDatabase.class)
class StalePlansTest {

    private static final String READ = "select id, name from product where id = ?";

    private final Postgres postgres;
    private final String application = "reader-" + UUID.randomUUID();

    StalePlansTest(Postgres postgres) {
        this.postgres = postgres;
    }

    @AfterEach
    void narrowAgain() throws SQLException {
        alterType(120);
    }

    @Test
    void without_savepoints_the_reader_sees_the_error() throws Exception {
        try (Connection reader = reader("never")) {
            readOften(reader);
            alterType(240);
            assertThatThrownBy(() -> read(reader)).hasMessageContaining("cached plan must not change result type");
        }
        awaitOneStalePlan();
    }

    @Test
    void with_savepoints_only_the_database_notices() throws Exception {
        try (Connection reader = reader("conservative")) {
            readOften(reader);
            alterType(240);
            assertThat(read(reader)).isTrue();
        }
        awaitOneStalePlan();
    }

    /** The database writes its log when it finds the time. */
    private void awaitOneStalePlan() {
        await().untilAsserted(() ->
                assertThat(DatabaseLog.stalePlans(postgres.log(), application)).isEqualTo(1));
    }

    private Connection reader(String autosave) throws SQLException {
        Connection reader = DriverManager.getConnection(
                postgres.url() + "?prepareThreshold=5&ApplicationName=" + application + "&autosave=" + autosave,
                Postgres.APPLICATION,
                "");
        reader.setAutoCommit(false);
        return reader;
    }

    /** Often enough to be prepared in the server, in transactions of its own. */
    private static void readOften(Connection reader) throws SQLException {
        for (int i = 0; i < 8; i++) {
            read(reader);
            reader.commit();
        }
    }

    private static boolean read(Connection reader) throws SQLException {
        try (Statement first = reader.createStatement();
                PreparedStatement statement = reader.prepareStatement(READ)) {
            // The statement must not be the first of its transaction, or the driver could simply begin again.
            first.execute("select 1");
            statement.setLong(1, 1);
            return statement.executeQuery().next();
        }
    }

    private void alterType(int length) throws SQLException {
        try (Connection migrator = postgres.connect(Postgres.MIGRATOR);
                Statement statement = migrator.createStatement()) {
            statement.execute("alter table product alter column name type varchar(" + length + ")");
        }
    }
}
