package org.stillwater.demo.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stillwater.demo.ShopDatabase;
import org.stillwater.demo.machinery.Postgres;

@ExtendWith(ShopDatabase.class)
class MarkersTest {

    private static final String ORDER = """
            insert into customer_order values (nextval('customer_order_seq'), '%s', 1, 'PLACED', now());
            insert into order_line select nextval('order_line_seq'), id, 1, n, 1, 9.99 from customer_order, generate_series(1, 2) n where reference = '%s';
            """;
    private static final String PICKED =
            "insert into stock_movement select nextval('stock_movement_seq'), n, now(), -1, '%s' from generate_series(1, 2) n";

    private final Postgres postgres;

    MarkersTest(Postgres postgres) {
        this.postgres = postgres;
    }

    @Test
    void finds_each_kind_of_write_once() throws SQLException {
        run(ORDER, "kinds-order");
        run(PICKED, "kinds-order");
        run("insert into order_event values (nextval('order_event_seq'), 1, now(), 'NOTE', '%s')", "kinds-event");
        run("insert into stock_movement values (nextval('stock_movement_seq'), 1, now(), 3, '%s')", "kinds-receipt");
        run("insert into customer_note values (nextval('customer_note_seq'), 1, now(), '%s')", "kinds-note");

        Markers markers = find("kinds-");

        assertThat(markers.rows())
                .containsOnlyKeys("kinds-order", "kinds-event", "kinds-receipt", "kinds-note")
                .containsValue(1)
                .doesNotContainValue(2);
        assertThat(markers.halves()).isZero();
        assertThat(markers.count("kinds-nothing")).isZero();
    }

    @Test
    void finds_an_order_whose_parts_were_never_picked() throws SQLException {
        run(ORDER, "half-order");

        assertThat(find("half-").halves()).isEqualTo(1);
    }

    private Markers find(String prefix) throws SQLException {
        try (Connection connection = postgres.connect()) {
            return Markers.find(connection, prefix);
        }
    }

    private void run(String sql, String marker) throws SQLException {
        try (Connection application = postgres.connect(Postgres.APPLICATION);
                Statement statement = application.createStatement()) {
            statement.execute(sql.replace("%s", marker));
        }
    }
}
