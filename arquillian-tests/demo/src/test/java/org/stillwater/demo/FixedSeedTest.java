package org.stillwater.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stillwater.demo.machinery.Postgres;

/** The shop has the same rows on every run, so that two runs can be compared. */
@ExtendWith(ShopDatabase.class)
class FixedSeedTest {

    private static final String DIGEST = """
            select md5(string_agg(l::text, ';' order by id)) from
              (select id, order_id, product_id, position, quantity, unit_price from order_line where order_id <= 1000) l
            """;

    @Test
    void rows_are_the_same_on_every_run(Postgres postgres) throws SQLException {
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement();
                ResultSet digest = statement.executeQuery(DIGEST)) {
            digest.next();
            assertThat(digest.getString(1)).isEqualTo("d5ba5254d010e0b27b8ac0bbfad6ebf9");
        }
    }
}
