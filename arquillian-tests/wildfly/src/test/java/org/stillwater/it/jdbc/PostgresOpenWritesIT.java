package org.stillwater.it.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillwater.integration.jdbc.PostgreSqlDialect;

/** What asking PostgreSQL does to the connection, and to a server that goes on when the application is gone. */
class PostgresOpenWritesIT {
    private static DrainedPostgres postgres;

    private final PostgreSqlDialect dialect = new PostgreSqlDialect();
    private Connection connection;

    @BeforeAll
    static void start() throws Exception {
        postgres = new DrainedPostgres();
        postgres.asSuperuser("create role app login");
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @BeforeEach
    void connect() throws Exception {
        connection = postgres.connect("app");
        connection.createStatement().execute("set statement_timeout = '20s'");
    }

    @AfterEach
    void disconnect() throws Exception {
        connection.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void leaves_the_connection_as_it_was(boolean autoCommit) throws Exception {
        connection.setAutoCommit(autoCommit);
        assertThat(dialect.openWrites(connection).transactions()).isEmpty();
        assertThat(connection.getAutoCommit()).isEqualTo(autoCommit);
        if (!autoCommit) {
            connection.rollback();
        }
        assertThat(DrainedPostgres.text(connection, "show statement_timeout")).isEqualTo("20s");
    }

    @Test
    void is_not_held_by_a_lock_for_long_and_leaves_the_connection_usable() throws Exception {
        try (Connection holder = postgres.connect("postgres")) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("lock table pg_catalog.pg_authid in access exclusive mode");
            Instant asked = Instant.now();
            assertThatThrownBy(() -> dialect.openWrites(connection)).hasMessageContaining("due to statement timeout");
            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(15));
        }
        assertThat(dialect.openWrites(connection).transactions()).isEmpty();
        assertThat(connection.getAutoCommit()).isTrue();
    }

    /** It would have inherited the class loaders of all who are on the stack, and live as long as the pool. */
    @Test
    void makes_the_driver_start_no_thread() throws Exception {
        dialect.openWrites(connection);
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("PostgreSQL-JDBC-SharedTimer"));
    }
}
