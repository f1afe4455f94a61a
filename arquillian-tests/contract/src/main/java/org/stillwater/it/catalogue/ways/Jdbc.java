package org.stillwater.it.catalogue.ways;

import static org.stillwater.it.catalogue.Product.H2;
import static org.stillwater.it.catalogue.Product.MARIADB;
import static org.stillwater.it.catalogue.Product.POSTGRESQL;
import static org.stillwater.it.catalogue.ways.Work.UPDATE_PART;
import static org.stillwater.it.catalogue.ways.Work.sql;

import java.sql.PreparedStatement;
import java.sql.Statement;
import org.stillwater.it.catalogue.Entry;
import org.stillwater.it.catalogue.Product;
import org.stillwater.it.catalogue.Section;
import org.stillwater.it.catalogue.Theme;
import org.stillwater.it.catalogue.Way;
import org.stillwater.it.catalogue.Where;

@Theme(Section.JDBC)
public enum Jdbc implements Way {
    UPDATE("update", sql(UPDATE_PART)),
    INSERT("insert", sql("insert into note (text) values ('changed')")),
    DELETE("delete", sql("delete from supplier")),
    BEHIND_COMMENT("update behind a comment", sql("/* select */ " + UPDATE_PART)),
    PREPARED("prepared statement", (connection, product) -> {
        try (PreparedStatement insert = connection.prepareStatement("insert into note (text) values (?)")) {
            insert.setString(1, "changed");
            insert.executeUpdate();
        }
    }),
    GENERATED_KEYS("insert with generated keys", (connection, product) -> {
        String sql = "insert into by_uuid (id) values ('7b1f8f3e-6a2c-4f0e-9d55-0123456789ab')";
        try (PreparedStatement insert = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            insert.executeUpdate();
        }
    }),
    BATCH("batch of statements", (connection, product) -> {
        try (Statement batch = connection.createStatement()) {
            batch.addBatch("insert into note (text) values ('one')");
            batch.addBatch("insert into note (text) values ('two')");
            batch.executeBatch();
        }
    }),
    PREPARED_BATCH("batch of a prepared statement", (connection, product) -> {
        try (PreparedStatement batch = connection.prepareStatement("insert into note (text) values (?)")) {
            batch.setString(1, "one");
            batch.addBatch();
            batch.setString(1, "two");
            batch.addBatch();
            batch.executeBatch();
        }
    }),
    CALL("callable statement", (connection, product) -> {
        try (var call = connection.prepareCall("call note_it(?)")) {
            call.setString(1, "by a procedure");
            call.execute();
        }
    }),
    FUNCTION("function that writes", sql("select write_note('by a function')")),
    SEQUENCE("sequence", (connection, product) -> Work.execute(connection, product.nextValue())),
    UPDATED_ROW("updatable result set, row updated", Work.rows(rows -> {
        rows.next();
        rows.updateString("name", "changed");
        rows.updateRow();
    })),
    INSERTED_ROW("updatable result set, row inserted", Work.rows(rows -> {
        rows.moveToInsertRow();
        rows.updateLong("id", 3);
        rows.updateString("name", "changed");
        rows.insertRow();
    })),
    MERGE("merge", (connection, product) -> Work.execute(connection, merge(product))),
    TWO_IN_ONE("update behind a select, in one text", on(POSTGRESQL, H2), sql("select 1; " + UPDATE_PART)),
    COMMON_TABLE(
            "update in a common table expression",
            on(POSTGRESQL),
            sql("with gone as (" + UPDATE_PART + " returning id) select id from gone")),
    BLOCK(
            "anonymous block",
            on(POSTGRESQL, MARIADB),
            (connection, product) -> Work.execute(connection, block(product))),
    EXPLAIN_ANALYZE("`explain analyze` of an update", on(POSTGRESQL, H2), sql("explain analyze " + UPDATE_PART)),
    LARGE_OBJECT("large object", on(POSTGRESQL), sql("select lo_create(0)")),
    CREATE("`create table`", sql("create table made (id int)")),
    CREATE_AS("`create table as`", sql("create table made as select id from part")),
    ALTER("`alter table`", sql("alter table supplier add column extra int")),
    TRUNCATE("`truncate`", sql("truncate table part_tag")),
    TEMPORARY("temporary table", Where.JDBC.unseen(), (connection, product) -> {
        Work.execute(connection, "create " + product.temporary() + " table scratch (id int)");
        Work.execute(connection, "insert into scratch values (1)");
        Work.execute(connection, "drop table scratch");
    });

    private final Entry entry;

    Jdbc(String title, Work work) {
        this(title, Where.JDBC, work);
    }

    Jdbc(String title, Where where, Work work) {
        entry = new Entry(title, where, work);
    }

    @Override
    public Entry entry() {
        return entry;
    }

    private static Where on(Product... products) {
        return Where.JDBC.on(products);
    }

    private static String merge(Product product) {
        return product == MARIADB
                ? "replace into supplier (id, name) values (1, 'changed')"
                : "merge into supplier using (select 1 as id) as new on supplier.id = new.id"
                        + " when matched then update set name = 'changed'";
    }

    private static String block(Product product) {
        return product == MARIADB
                ? "begin not atomic " + UPDATE_PART + "; end"
                : "do $$ begin " + UPDATE_PART + "; end $$";
    }
}
