package org.stillwater.internal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stillwater.ReadOnlyModeException;
import org.stillwater.internal.database.ConnectionSource;
import org.stillwater.internal.gate.TransactionContext;
import org.stillwater.internal.log.LogRecorder;

/** What a database claims, and what it does. Played by H2, under other names. */
class DatabaseGuardTest {
    private final String url = Embedded.H2.newUrl();
    private final DatabaseGuard guard = new DatabaseGuard(() -> "unit", "Hibernate");
    private final Mode mode = new Mode();

    @AfterEach
    void close() {
        mode.close();
    }

    @Test
    void aDatabaseThatTakesReadOnlyTransactionsAndWritesInThemIsNotBelieved() throws SQLException {
        try (LogRecorder log = LogRecorder.of("org.stillwater.jdbc")) {
            assertThat(guard.probe(liar(), TransactionContext.NONE)).isTrue();
            assertThat(guard.isVerified()).isFalse();
            assertThat(guard.describe())
                    .startsWith("unit (HSQL Database Engine ")
                    .endsWith("): the database does not refuse, though it takes read-only transactions;"
                            + " guarded by Hibernate only");
            assertThat(log.messages()).containsExactly("STILL01503: " + guard.describe());
        }
    }

    @Test
    void withSuchADatabaseAFunctionThatMayWriteIsRefused() throws SQLException {
        Embedded.execute(url, "create table note (id int)");
        Embedded.execute(url, "create alias write_note for '" + DatabaseGuardTest.class.getName() + ".writeNote'");
        ConnectionGuard connections = new ConnectionGuard(() -> false, liar(), () -> false, "Hibernate");
        connections.probe();
        mode.enter();
        try (Connection connection = connections.connect(liar())) {
            connection.setAutoCommit(false);
            assertThatThrownBy(() -> EmbeddedGuardTest.text(connection, "select write_note()"))
                    .isInstanceOf(ReadOnlyModeException.class);
            connection.commit();
        }
        assertThat(Embedded.count(url, "select count(*) from note")).isZero();
    }

    /** Called by the database. */
    @SuppressWarnings("unused")
    public static int writeNote(Connection connection) throws SQLException {
        EmbeddedGuardTest.execute(connection, "insert into note values (1)");
        return 1;
    }

    @Test
    void nothingOfAProbeThatWasNotRefusedIsLeft() throws SQLException {
        Embedded.execute(url, "create table note (id int)");
        try (Connection physical = DriverManager.getConnection(url)) {
            guard.probe(new KeepsOpen(named(physical, "PostgreSQL", true)), TransactionContext.NONE);
            assertThat(guard.describe()).contains("the database does not refuse, though");
            assertThat(physical.getAutoCommit()).isTrue();
            assertThat(EmbeddedGuardTest.text(
                            physical, "select count(*) from information_schema.tables where table_schema = 'PUBLIC'"))
                    .isEqualTo("1");
        }
    }

    @Test
    void whoCannotBeAskedIsNotVerifiedAndItIsSaidWhyOnce() {
        ConnectionSource broken = new ConnectionSource() {
            @Override
            public Connection borrow() throws SQLException {
                throw new SQLException("the pool\nis closed");
            }

            @Override
            public void giveBack(Connection connection) {
                throw new AssertionError();
            }
        };
        try (LogRecorder log = LogRecorder.of("org.stillwater.jdbc")) {
            assertThat(guard.probe(broken, TransactionContext.NONE)).isFalse();
            assertThat(guard.probe(broken, TransactionContext.NONE)).isFalse();
            assertThat(guard.describe()).isEqualTo("unit: read-only transactions, not verified: the pool");
            assertThat(log.messages()).containsExactly("STILL01503: " + guard.describe());
        }
        assertThat(guard.isVerified()).isFalse();
    }

    @Test
    void oneThatDoesNotAnswerIsNotVerifiedWhateverComesOfTheInterruption() {
        ConnectionSource late = new ConnectionSource() {
            @Override
            public Connection borrow() throws SQLException {
                guard.isLate(Duration.ofSeconds(5));
                throw new SQLException("interrupted");
            }

            @Override
            public void giveBack(Connection connection) {
                throw new AssertionError();
            }
        };
        assertThat(guard.probe(late, TransactionContext.NONE)).isFalse();
        assertThat(guard.describe())
                .isEqualTo("unit: read-only transactions, not verified: no answer within 5000 ms;"
                        + " its connection pool may be exhausted");
    }

    @Test
    void aReadGoesOnIfItsTransactionCannotBeMadeReadOnly() throws SQLException {
        try (LogRecorder log = LogRecorder.of("org.stillwater.jdbc");
                Connection connection = named(DriverManager.getConnection(url), "PostgreSQL", false)) {
            connection.setAutoCommit(false);
            assertThat(guard.makeReadOnly(connection)).isFalse();
            assertThat(guard.makeReadOnly(connection)).isFalse();
            assertThat(log.messages())
                    .singleElement()
                    .asString()
                    .startsWith("STILL01504: unit: PostgreSQL did not make a transaction read-only,"
                            + " so that one is guarded by Hibernate only: Syntax error");
        }
    }

    private ConnectionSource liar() {
        return new ConnectionSource() {
            @Override
            public Connection borrow() throws SQLException {
                return named(DriverManager.getConnection(url), "HSQL Database Engine", true);
            }

            @Override
            public void giveBack(Connection connection) throws SQLException {
                connection.close();
            }
        };
    }

    /**
     * H2 under another name.
     *
     * @param obliging whether it takes whatever begins with {@code SET TRANSACTION}, and does nothing then
     */
    private static Connection named(Connection h2, String product, boolean obliging) {
        return proxy(Connection.class, h2, (method, result) -> switch (method) {
            case "getMetaData" ->
                proxy(
                        DatabaseMetaData.class,
                        result,
                        (asked, answer) -> Map.<String, Object>of(
                                        "getDatabaseProductName", product, "getDriverName", product)
                                .getOrDefault(asked, answer));
            case "createStatement" -> obliging ? obliging((Statement) result) : result;
            default -> result;
        });
    }

    private static Statement obliging(Statement statement) {
        return (Statement) Proxy.newProxyInstance(
                DatabaseGuardTest.class.getClassLoader(), new Class<?>[] {Statement.class}, (proxy, method, args) -> {
                    boolean setting = args != null && args[0].toString().startsWith("SET TRANSACTION");
                    return setting ? false : call(statement, method, args);
                });
    }

    private interface Answer {
        Object to(String method, Object result);
    }

    private static <T> T proxy(Class<T> type, Object behind, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                DatabaseGuardTest.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, args) -> answer.to(method.getName(), call(behind, method, args))));
    }

    private static Object call(Object behind, java.lang.reflect.Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(behind, args);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    /** A pool that resets nothing. */
    private record KeepsOpen(Connection connection) implements ConnectionSource {
        @Override
        public Connection borrow() {
            return connection;
        }

        @Override
        public void giveBack(Connection lent) {}
    }
}
