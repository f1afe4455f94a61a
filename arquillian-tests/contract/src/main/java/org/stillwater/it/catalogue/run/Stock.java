package org.stillwater.it.catalogue.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.stillwater.it.catalogue.Product;

/** What the database holds before a way is tried. Its tables are made by the JPA provider. */
final class Stock {
    /** In an order in which none refers to one that is gone. */
    private static final List<String> TABLES = List.of(
            "part_tag",
            "part_step",
            "part_screw",
            "part_supplier",
            "screw",
            "supplier",
            "part",
            "shelf",
            "visit",
            "watched",
            "by_identity",
            "by_sequence",
            "stocked",
            "by_table",
            "by_uuid",
            "note",
            // Of entities that not every provider has.
            "lot",
            "audited_aud",
            "audited",
            "revinfo");

    private static final List<String> FILL = List.of(
            "insert into part (id, version, name, width) values (1, 0, 'first', 0)",
            "insert into part (id, version, name, width) values (2, 0, 'second', 0)",
            "insert into part_tag (part_id, tag) values (1, 'old')",
            "insert into part_step (part_id, step, place) values (1, 'saw', 0)",
            "insert into part_step (part_id, step, place) values (1, 'drill', 1)",
            "insert into screw (id) values (1)",
            "insert into part_screw (part_id, screw_id) values (1, 1)",
            "insert into supplier (id, name) values (1, 'first')",
            "insert into shelf (id, name) values (1, 'first')",
            "insert into visit (id, visits) values (1, 0)",
            "insert into watched (id) values (1)");

    /** What is not always there. */
    private static final List<String> LEFT_OVER =
            List.of("drop table if exists made", "alter table supplier drop column if exists extra");

    private Stock() {}

    /** Removes everything. */
    static void drop(Connection connection, Product product) throws SQLException {
        execute(
                connection,
                switch (product) {
                    case POSTGRESQL -> List.of("drop schema public cascade", "create schema public");
                    case MARIADB -> List.of("create or replace database shop", "use shop");
                    case H2 -> List.of("drop all objects");
                });
    }

    /** Makes what no entity stands for. */
    static void prepare(Connection connection, Product product) throws SQLException {
        // MariaDB takes a thousand numbers at once, and would not show that one was drawn.
        String numbers = product == Product.MARIADB ? "free_numbers nocache" : "free_numbers";
        execute(
                connection,
                List.of(
                        "create table if not exists note (text varchar(200))",
                        "create sequence if not exists " + numbers));
        execute(
                connection,
                switch (product) {
                    case POSTGRESQL ->
                        List.of(
                                "set lock_timeout = '20s'",
                                "create or replace function write_note(what text) returns int language sql as"
                                        + " $$ insert into note (text) values (what); select 1 $$",
                                "create or replace procedure note_it(what text) language sql as"
                                        + " $$ insert into note (text) values (what) $$");
                    case MARIADB ->
                        List.of(
                                "set lock_wait_timeout = 20",
                                "create or replace function write_note(what varchar(200)) returns int modifies sql data"
                                        + " begin insert into note (text) values (what); return 1; end",
                                "create or replace procedure note_it(what varchar(200)) modifies sql data"
                                        + " insert into note (text) values (what)");
                    case H2 ->
                        List.of(
                                "set lock_timeout 20000",
                                "create alias if not exists write_note for '" + H2Functions.class.getName()
                                        + ".writeNote'",
                                "create alias if not exists note_it for '" + H2Functions.class.getName() + ".noteIt'");
                });
    }

    /** Makes everything as it was. */
    static void restore(Connection connection, Product product) throws SQLException {
        execute(connection, LEFT_OVER);
        List<String> present = Contents.tables(connection, product);
        for (String table : TABLES) {
            // As the database spells it: MariaDB tells upper case from lower.
            for (String found : present) {
                if (found.equalsIgnoreCase(table)) {
                    execute(connection, List.of("delete from " + found));
                }
            }
        }
        execute(connection, FILL);
        for (String table : List.of("audited", "lot")) {
            if (present.stream().anyMatch(table::equalsIgnoreCase)) {
                execute(connection, List.of("insert into " + table + " (id, name) values (1, 'first')"));
            }
        }
        if (product == Product.POSTGRESQL) {
            execute(connection, List.of("select lo_unlink(oid) from pg_largeobject_metadata"));
        }
    }

    private static void execute(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
