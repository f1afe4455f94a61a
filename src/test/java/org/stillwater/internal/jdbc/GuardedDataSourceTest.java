package org.stillwater.internal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.h2.engine.CastDataProvider;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbc.JdbcStatement;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillwater.GuardedDataSource;
import org.stillwater.ReadOnlyModeException;
import org.stillwater.internal.runtime.ReadOnlyRuntime;
import org.stillwater.internal.window.EnterResult.Outcome;

/** Ways around the guard, on a database that refuses nothing by itself. */
class GuardedDataSourceTest {
    private final Mode mode = new Mode();
    private final String url = Embedded.H2.newUrl();
    private final JdbcDataSource behind = new JdbcDataSource();
    private final GuardedDataSource notes = GuardedDataSource.of("notes", behind);

    @BeforeEach
    void fill() throws SQLException {
        behind.setURL(url);
        Embedded.execute(url, "create table note (id int primary key, text varchar(20))");
        Embedded.execute(url, "insert into note values (1, 'first')");
    }

    @AfterEach
    void nothingHasChanged() throws SQLException {
        mode.close();
        assertThat(Embedded.count(url, "select count(*) from note where id = 1 and text = 'first'"))
                .isOne();
        assertThat(Embedded.count(url, "select count(*) from note")).isOne();
    }

    @Test
    void theDataSourceBehindIsNotHandedOut() throws SQLException {
        assertThat(notes.unwrap(DataSource.class)).isSameAs(notes);
        assertThat(notes.isWrapperFor(JdbcDataSource.class)).isFalse();
        assertThatThrownBy(() -> notes.unwrap(JdbcDataSource.class))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("STILL01505")
                .hasMessageContaining("'notes'");
    }

    @Test
    void oneThatIsGuardedStaysAsItIs() {
        assertThat(GuardedDataSource.of("other", notes)).isSameAs(notes);
    }

    @Test
    void oneNameIsOneGuardHoweverOftenItIsMade() throws SQLException {
        GuardedDataSource again = GuardedDataSource.of("notes", behind);
        assertThat(ReadOnlyRuntime.guardLines()).hasSize(1);
        mode.enter();
        for (DataSource one : new DataSource[] {notes, again}) {
            try (Connection connection = one.getConnection()) {
                assertThatThrownBy(() -> delete(connection)).isInstanceOf(ReadOnlyModeException.class);
            }
        }
    }

    @Test
    void aConnectionForAnotherUserIsGuardedToo() throws SQLException {
        mode.enter();
        try (Connection connection = notes.getConnection("", "")) {
            assertThatThrownBy(() -> delete(connection)).isInstanceOf(ReadOnlyModeException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "commit",
                "begin",
                "set transaction read write",
                "set session characteristics as transaction read write",
                "set autocommit on",
                "select 1; delete from note",
                "select * from final table (delete from note)"
            })
    void sqlDoesNotLeadOut(String sql) throws SQLException {
        mode.enter();
        try (Connection connection = notes.getConnection()) {
            connection.setAutoCommit(false);
            assertThatThrownBy(() -> EmbeddedGuardTest.execute(connection, sql))
                    .isInstanceOf(ReadOnlyModeException.class);
        }
    }

    @Test
    void whileWritesAreRefusedTheDriversClassesAreNotHandedOut() throws SQLException {
        mode.enter();
        try (Connection connection = notes.getConnection();
                Statement statement = connection.createStatement();
                PreparedStatement prepared = connection.prepareStatement("select 1")) {
            assertThat(connection.unwrap(Connection.class)).isSameAs(connection);
            assertThatThrownBy(() -> connection.unwrap(JdbcConnection.class)).isInstanceOf(ReadOnlyModeException.class);
            assertThatThrownBy(() -> statement.unwrap(JdbcStatement.class)).isInstanceOf(ReadOnlyModeException.class);
            assertThatThrownBy(() -> prepared.unwrap(JdbcStatement.class)).isInstanceOf(ReadOnlyModeException.class);
            assertThatThrownBy(() -> connection.getMetaData().unwrap(org.h2.jdbc.JdbcDatabaseMetaData.class))
                    .isInstanceOf(ReadOnlyModeException.class);
        }
    }

    @Test
    void theDriversInterfacesAreHandedOutAsViewsOfTheGuard() throws SQLException {
        mode.enter();
        try (Connection connection = notes.getConnection();
                ResultSet tables = connection.getMetaData().getTables(null, null, "NOTE", null)) {
            assertThat(tables.next()).isTrue();
            CastDataProvider view = connection.unwrap(CastDataProvider.class);
            assertThatThrownBy(() -> delete((Connection) view)).isInstanceOf(ReadOnlyModeException.class);
            // H2 refuses nothing, so nobody knows what a method of its own does.
            assertThatThrownBy(view::getMode)
                    .isInstanceOf(ReadOnlyModeException.class)
                    .hasMessageContaining("'CastDataProvider.getMode'");
        }
    }

    @Test
    void aClassThatWasUnwrappedHoldsTheDrainUntilItsConnectionIsClosed() throws SQLException {
        try (Connection connection = notes.getConnection()) {
            connection.setAutoCommit(false);
            assertThat(connection.unwrap(JdbcConnection.class)).isInstanceOf(JdbcConnection.class);
            connection.commit();
            assertThat(mode.tryEnter(Duration.ofMillis(50)).outcome()).isEqualTo(Outcome.DRAIN_TIMED_OUT);
        }
        mode.enter();
    }

    @Test
    void rowsThatOutliveTheirTransactionAreNotWritten() throws SQLException {
        try (Connection connection = notes.getConnection();
                Statement statement = connection.createStatement(
                        ResultSet.TYPE_SCROLL_INSENSITIVE,
                        ResultSet.CONCUR_UPDATABLE,
                        ResultSet.HOLD_CURSORS_OVER_COMMIT)) {
            connection.setAutoCommit(false);
            ResultSet rows = statement.executeQuery("select id, text from note");
            assertThat(rows.next()).isTrue();
            connection.commit();
            mode.enter();
            assertThat(rows.getStatement()).isSameAs(statement);
            rows.updateString(2, "changed");
            assertThatThrownBy(rows::updateRow)
                    .isInstanceOf(ReadOnlyModeException.class)
                    .hasMessageContaining("'ResultSet.updateRow'");
            assertThatThrownBy(rows::deleteRow).isInstanceOf(ReadOnlyModeException.class);
        }
    }

    @Test
    void aReadThatWasPreparedBeforeTheWindowLeadsBackToTheGuard() throws SQLException {
        try (Connection connection = notes.getConnection();
                PreparedStatement prepared = connection.prepareStatement("select text from note")) {
            mode.enter();
            assertThat(prepared.getConnection()).isSameAs(connection);
            assertThatThrownBy(() -> prepared.unwrap(JdbcStatement.class)).isInstanceOf(ReadOnlyModeException.class);
        }
    }

    @Test
    void metadataLeadsBackToTheGuard() throws SQLException {
        mode.enter();
        try (Connection connection = notes.getConnection()) {
            DatabaseMetaData metaData = connection.getMetaData();
            assertThat(metaData.getConnection()).isSameAs(connection);
            assertThat(metaData.unwrap(DatabaseMetaData.class)).isSameAs(metaData);
        }
    }

    @Test
    void aFunctionThatMayWriteIsRefusedWhereTheDatabaseDoesNot() throws SQLException {
        Embedded.execute(url, "create alias write_note for '" + GuardedDataSourceTest.class.getName() + ".writeNote'");
        mode.enter();
        try (Connection connection = notes.getConnection()) {
            for (boolean autoCommit : new boolean[] {true, false}) {
                connection.setAutoCommit(autoCommit);
                assertThatThrownBy(() -> EmbeddedGuardTest.text(connection, "select write_note()"))
                        .isInstanceOf(ReadOnlyModeException.class);
            }
        }
    }

    /** Called by the database. */
    @SuppressWarnings("unused")
    public static int writeNote(Connection connection) throws SQLException {
        delete(connection);
        return 1;
    }

    @Test
    void readsGoOnAndTakeNoPermit() throws SQLException {
        for (boolean readOnly : new boolean[] {false, true}) {
            if (readOnly) {
                mode.enter();
            }
            try (Connection connection = notes.getConnection();
                    var statement = connection.prepareStatement("select text from note where id = ?")) {
                statement.setInt(1, 1);
                try (ResultSet rows = statement.executeQuery()) {
                    assertThat(rows.next()).isTrue();
                    assertThat(rows.getString(1)).isEqualTo("first");
                }
                assertThat(ReadOnlyRuntime.current().admission().openPermits()).isEmpty();
            }
        }
    }

    private static void delete(Connection connection) throws SQLException {
        EmbeddedGuardTest.execute(connection, "delete from note");
    }

    @Test
    void aConnectionThatCannotBeGuardedIsGivenBack() throws Exception {
        try (OneConnection pool = new OneConnection(DriverManager.getConnection(url))) {
            pool.failToSayWhatItIs();
            DataSource broken = GuardedDataSource.of("broken", pool);
            assertThatThrownBy(broken::getConnection).isInstanceOf(SQLException.class);
            assertThatThrownBy(broken::getConnection).isInstanceOf(SQLException.class);
        }
    }
}
