package org.stillwater.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import org.stillwater.demo.machinery.Postgres;

/** What no reader of the old code survives on the primary: locks that nobody passes, a rewrite, names that are gone. */
final class DestructiveMigration {

    private static final List<List<String>> STEPS = List.of(
            List.of(
                    "orders locked for ten seconds",
                    "begin",
                    "lock table customer_order in access exclusive mode",
                    "select pg_sleep(10)",
                    "commit"),
            List.of("the large table rewritten", "alter table order_line alter column quantity type bigint"),
            List.of("columns renamed", "alter table customer rename column name to full_name"),
            List.of("columns dropped", "alter table product drop column category"));

    private final Postgres postgres;

    DestructiveMigration(Postgres postgres) {
        this.postgres = postgres;
    }

    void run(Consumer<String> progress) throws SQLException {
        try (Connection connection = postgres.connect(Postgres.MIGRATOR);
                Statement statement = connection.createStatement()) {
            for (List<String> step : STEPS) {
                progress.accept(step.get(0));
                for (String sql : step.subList(1, step.size())) {
                    statement.execute(sql);
                }
            }
        }
    }
}
