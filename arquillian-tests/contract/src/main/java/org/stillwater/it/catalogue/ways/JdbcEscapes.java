package org.stillwater.it.catalogue.ways;

import static org.stillwater.it.catalogue.Product.MARIADB;
import static org.stillwater.it.catalogue.Product.POSTGRESQL;
import static org.stillwater.it.catalogue.ways.Work.UPDATE_PART;
import static org.stillwater.it.catalogue.ways.Work.byHand;
import static org.stillwater.it.catalogue.ways.Work.sql;

import java.sql.Connection;
import java.sql.Statement;
import org.stillwater.it.catalogue.Entry;
import org.stillwater.it.catalogue.Product;
import org.stillwater.it.catalogue.Section;
import org.stillwater.it.catalogue.Theme;
import org.stillwater.it.catalogue.Way;
import org.stillwater.it.catalogue.Where;

@Theme(Section.JDBC_ESCAPES)
public enum JdbcEscapes implements Way {
    BY_HAND("autocommit off, update, commit", Where.LOCAL_JDBC, byHand(sql(UPDATE_PART))),
    AFTER_READ(
            "autocommit off, read, update, commit",
            Where.LOCAL_JDBC,
            byHand(sql("select name from part", UPDATE_PART))),
    NOT_READ_ONLY("`setReadOnly(false)`, update", Where.LOCAL_JDBC, (connection, product) -> {
        connection.setReadOnly(false);
        Work.execute(connection, UPDATE_PART);
    }),
    AFTER_COMMIT("read, commit, update, commit", Where.LOCAL_JDBC, byHand((connection, product) -> {
        Work.execute(connection, "select name from part");
        connection.commit();
        Work.execute(connection, UPDATE_PART);
    })),
    AFTER_SAVEPOINT("read, rollback to a savepoint, update, commit", Where.LOCAL_JDBC, byHand((connection, product) -> {
        var savepoint = connection.setSavepoint();
        Work.execute(connection, "select name from part");
        connection.rollback(savepoint);
        Work.execute(connection, UPDATE_PART);
    })),
    UNWRAPPED(
            "`unwrap(Connection.class)`, update",
            Where.JDBC,
            (connection, product) -> Work.execute(connection.unwrap(Connection.class), UPDATE_PART)),
    OF_METADATA(
            "connection of the metadata, update",
            Where.JDBC,
            (connection, product) -> Work.execute(connection.getMetaData().getConnection(), UPDATE_PART)),
    OF_STATEMENT("connection of a statement, update", Where.JDBC, (connection, product) -> {
        try (Statement statement = connection.createStatement()) {
            Work.execute(statement.getConnection(), UPDATE_PART);
        }
    }),
    READ_WRITE(
            "`set transaction read write`, update",
            Where.JDBC.on(POSTGRESQL),
            sql("set transaction read write", UPDATE_PART)),
    SESSION_READ_WRITE(
            "session set to read write, update", Where.JDBC.on(POSTGRESQL, MARIADB), (connection, product) -> {
                Work.execute(connection, session(product));
                Work.execute(connection, UPDATE_PART);
            }),
    SET_CONFIG(
            "read-only switched off by a function, update",
            Where.JDBC.on(POSTGRESQL),
            sql("select set_config('transaction_read_only', 'off', false)", UPDATE_PART)),
    COMMIT_AND_BEGIN(
            "`commit`, `begin read write` as SQL, update, `commit`",
            Where.JDBC.on(POSTGRESQL, MARIADB),
            (connection, product) ->
                    sql("commit", begin(product), UPDATE_PART, "commit").with(connection, product));

    private final Entry entry;

    JdbcEscapes(String title, Where where, Work work) {
        entry = new Entry(title, where, work);
    }

    @Override
    public Entry entry() {
        return entry;
    }

    private static String session(Product product) {
        return product == MARIADB
                ? "set session transaction read write"
                : "set session characteristics as transaction read write";
    }

    private static String begin(Product product) {
        return product == MARIADB ? "start transaction read write" : "begin transaction read write";
    }
}
