package org.stillwater.internal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Savepoint;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillwater.GuardedDataSource;
import org.stillwater.ReadOnlyModeException;

/** What a database refuses by itself, in normal mode: it is a replica, or somebody has made it read-only. */
class RefusalByDatabaseTest {
    private final Mode mode = new Mode();
    private OneConnection pool;

    @TempDir
    private Path directory;

    private DataSource pool(String url) throws SQLException {
        pool = new OneConnection(DriverManager.getConnection(url));
        return GuardedDataSource.of("notes", pool);
    }

    @AfterEach
    void close() throws SQLException {
        pool.close();
        mode.close();
    }

    @Test
    void ofH2IsTranslated() throws SQLException {
        String url = "jdbc:h2:" + directory.resolve("notes");
        Embedded.execute(url, "create table note (id int)");
        DataSource notes = pool(url + ";ACCESS_MODE_DATA=r");
        assertRefused(notes, "org.h2.jdbc.JdbcSQLNonTransientException");
    }

    @Test
    void ofDerbyIsTranslated() throws SQLException {
        String url = Embedded.DERBY.newUrl();
        Embedded.execute(url, "create table note (id int)");
        Embedded.execute(
                url,
                "call syscs_util.syscs_set_database_property("
                        + "'derby.database.defaultConnectionMode', 'readOnlyAccess')");
        assertRefused(pool(url), "java.sql.SQLException");
    }

    @Test
    void ofHsqldbIsTranslated() throws SQLException {
        String url = Embedded.HSQLDB.newUrl();
        Embedded.execute(url, "create table note (id int)");
        Embedded.execute(url, "set table note read only");
        assertRefused(pool(url), "java.sql.SQLException");
    }

    private static void assertRefused(DataSource notes, String cause) throws SQLException {
        try (Connection connection = notes.getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("insert into note values (1)"))
                    .isInstanceOf(ReadOnlyModeException.class)
                    .hasMessageContaining("STILL00606: 'insert into note values (1)' is refused by the database")
                    .cause()
                    .isInstanceOf(SQLException.class)
                    .satisfies(said -> assertThat(said.getClass().getName()).isEqualTo(cause));
            statement.addBatch("insert into note values (1)");
            assertThatThrownBy(statement::executeBatch)
                    .isInstanceOf(ReadOnlyModeException.class)
                    .hasCauseInstanceOf(BatchUpdateException.class);
        }
    }

    @Test
    void otherProblemsStayWhatTheyAre() throws SQLException {
        String url = Embedded.HSQLDB.newUrl();
        try (Connection connection = pool(url).getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("insert into nothing values (1)"))
                    .isInstanceOf(SQLException.class);
            connection.setAutoCommit(false);
            assertThatThrownBy(() -> statement.execute("insert into nothing values (1)"))
                    .isInstanceOf(SQLException.class);
            connection.commit();
        }
    }

    @Test
    void aTransactionInWhichItRefusedIsNotCommitted() throws SQLException {
        String url = hsqldbWithAReadOnlyTable();
        try (Connection connection = GuardedDataSource.of("notes", pool).getConnection()) {
            connection.setAutoCommit(false);
            EmbeddedGuardTest.execute(connection, "insert into kept values (1)");
            assertThatThrownBy(() -> EmbeddedGuardTest.execute(connection, "insert into note values (1)"))
                    .isInstanceOf(ReadOnlyModeException.class);
            assertThatThrownBy(connection::commit)
                    .isInstanceOf(ReadOnlyModeException.class)
                    .hasMessageContaining("STILL00607")
                    .hasRootCauseInstanceOf(org.hsqldb.HsqlException.class);
            assertThat(Embedded.count(url, "select count(*) from kept")).isZero();

            EmbeddedGuardTest.execute(connection, "insert into kept values (2)");
            connection.commit();
            assertThat(Embedded.count(url, "select count(*) from kept")).isOne();
        }
    }

    @Test
    void switchingAutocommitOnIsACommit() throws SQLException {
        String url = hsqldbWithAReadOnlyTable();
        try (Connection connection = GuardedDataSource.of("notes", pool).getConnection()) {
            connection.setAutoCommit(false);
            EmbeddedGuardTest.execute(connection, "insert into kept values (1)");
            assertThatThrownBy(() -> EmbeddedGuardTest.execute(connection, "insert into note values (1)"))
                    .isInstanceOf(ReadOnlyModeException.class);
            assertThatThrownBy(() -> connection.setAutoCommit(true)).isInstanceOf(ReadOnlyModeException.class);
        }
        assertThat(Embedded.count(url, "select count(*) from kept")).isZero();
    }

    @Test
    void goingBackToBeforeItRefusedSavesTheRest() throws SQLException {
        String url = hsqldbWithAReadOnlyTable();
        try (Connection connection = GuardedDataSource.of("notes", pool).getConnection()) {
            connection.setAutoCommit(false);
            EmbeddedGuardTest.execute(connection, "insert into kept values (1)");
            Savepoint before = connection.setSavepoint("before");
            assertThatThrownBy(() -> EmbeddedGuardTest.execute(connection, "insert into note values (1)"))
                    .isInstanceOf(ReadOnlyModeException.class);
            connection.rollback(before);
            connection.commit();
        }
        assertThat(Embedded.count(url, "select count(*) from kept")).isOne();
    }

    @Test
    void inAutocommitThereIsNothingToRemember() throws SQLException {
        String url = hsqldbWithAReadOnlyTable();
        try (Connection connection = GuardedDataSource.of("notes", pool).getConnection()) {
            assertThatThrownBy(() -> EmbeddedGuardTest.execute(connection, "insert into note values (1)"))
                    .isInstanceOf(ReadOnlyModeException.class);
            connection.setAutoCommit(false);
            EmbeddedGuardTest.execute(connection, "insert into kept values (1)");
            connection.commit();
        }
        assertThat(Embedded.count(url, "select count(*) from kept")).isOne();
    }

    private String hsqldbWithAReadOnlyTable() throws SQLException {
        String url = Embedded.HSQLDB.newUrl();
        Embedded.execute(url, "create table note (id int)");
        Embedded.execute(url, "create table kept (id int)");
        Embedded.execute(url, "set table note read only");
        pool = new OneConnection(DriverManager.getConnection(url));
        return url;
    }
}
