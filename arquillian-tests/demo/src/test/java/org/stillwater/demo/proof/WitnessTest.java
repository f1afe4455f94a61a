package org.stillwater.demo.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stillwater.demo.ShopDatabase;
import org.stillwater.demo.machinery.Postgres;

/** Both witnesses, side by side: neither may miss a write, nor see one that is not there. */
@ExtendWith(ShopDatabase.class)
class WitnessTest {

    private static final String WRITE =
            "insert into customer_note values (nextval('customer_note_seq'), 1, now(), 'by the application')";

    private final Connection superuser;
    private final Connection application;
    private final Connection migrator;

    WitnessTest(Postgres postgres) throws SQLException {
        superuser = postgres.connect();
        application = postgres.connect(Postgres.APPLICATION);
        migrator = postgres.connect(Postgres.MIGRATOR);
    }

    @BeforeEach
    void openTransactions() throws SQLException {
        application.setAutoCommit(false);
    }

    @AfterEach
    void close() throws SQLException {
        application.close();
        migrator.close();
        superuser.close();
    }

    @Test
    void finds_a_write_committed_inside() throws SQLException {
        Moment opened = Moment.take(superuser);
        run(application, WRITE);
        application.commit();
        Moment closing = Moment.take(superuser);

        assertCounts(opened, closing, 1);
    }

    @Test
    void finds_a_straggler_that_wrote_before_and_committed_inside() throws SQLException {
        run(application, WRITE);
        Moment opened = Moment.take(superuser);
        application.commit();
        Moment closing = Moment.take(superuser);

        assertCounts(opened, closing, 1);
    }

    @Test
    void finds_a_write_behind_a_savepoint() throws SQLException {
        Moment opened = Moment.take(superuser);
        run(application, "select 1");
        Savepoint savepoint = application.setSavepoint();
        run(application, WRITE);
        application.releaseSavepoint(savepoint);
        application.commit();
        Moment closing = Moment.take(superuser);

        assertCounts(opened, closing, 1);
    }

    @Test
    void passes_over_what_was_committed_before_or_after() throws SQLException {
        run(application, WRITE);
        application.commit();
        Moment opened = Moment.take(superuser);
        run(application, WRITE);
        Moment closing = Moment.take(superuser);
        application.commit();

        assertCounts(opened, closing, 0);
    }

    @Test
    void passes_over_what_was_rolled_back() throws SQLException {
        Moment opened = Moment.take(superuser);
        run(application, WRITE);
        application.rollback();
        Moment closing = Moment.take(superuser);

        assertCounts(opened, closing, 0);
    }

    @Test
    void passes_over_the_migration() throws SQLException {
        Moment opened = Moment.take(superuser);
        run(migrator, "update order_line set quantity = quantity");
        Moment closing = Moment.take(superuser);

        assertCounts(opened, closing, 0);
        assertThat(Witness.committedBetween(superuser, Postgres.MIGRATOR, opened, closing)
                        .statements())
                .isEqualTo(1);
    }

    @Test
    void sees_updates_and_deletions_too() throws SQLException {
        Moment opened = Moment.take(superuser);
        run(application, WRITE);
        run(application, "update customer_note set text = 'changed'");
        run(application, "delete from customer_note");
        application.commit();
        Moment closing = Moment.take(superuser);

        assertThat(Witness.committedBetween(superuser, Postgres.APPLICATION, opened, closing))
                .isEqualTo(new Witness.Changes(3, 1));
    }

    @Test
    void rows_speak_without_a_trigger() throws SQLException {
        run(superuser, "alter table customer_note disable trigger witness");
        try {
            Moment opened = Moment.take(superuser);
            run(application, WRITE);
            application.commit();
            Moment closing = Moment.take(superuser);

            assertThat(RowHeaders.writtenBetween(superuser, Postgres.MIGRATOR, opened, closing))
                    .isEqualTo(1);
            assertThat(Witness.unwatched(superuser)).containsExactly("customer_note");
        } finally {
            run(superuser, "alter table customer_note enable trigger witness");
        }
    }

    @Test
    void the_application_cannot_silence_it() {
        assertThatThrownBy(() -> run(application, "alter table customer_note disable trigger witness"))
                .hasMessageContaining("must be owner");
        assertThatThrownBy(() -> {
                    application.rollback();
                    run(application, "delete from witness.change");
                })
                .hasMessageContaining("permission denied");
    }

    @Test
    void watches_every_table() throws SQLException {
        assertThat(Witness.unwatched(superuser)).isEmpty();
        run(superuser, "create table forgotten (id int)");
        try {
            assertThat(Witness.unwatched(superuser)).containsExactly("forgotten");
        } finally {
            run(superuser, "drop table forgotten");
        }
    }

    private void assertCounts(Moment opened, Moment closing, long expected) throws SQLException {
        assertThat(Witness.committedBetween(superuser, Postgres.APPLICATION, opened, closing)
                        .statements())
                .as("by trigger and snapshot")
                .isEqualTo(expected);
        assertThat(RowHeaders.writtenBetween(superuser, Postgres.MIGRATOR, opened, closing))
                .as("by row header and commit time")
                .isEqualTo(expected);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
