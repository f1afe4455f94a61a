package org.stillwater.it.datasource;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The ways in which an application may write with a connection, each within whatever transaction there is. */
enum Way {
    STATEMENT(connection -> execute(connection, "insert into jdbc_note values (2, 'new')")),
    PREPARED(connection -> {
        try (var statement = connection.prepareStatement("update jdbc_note set text = ? where id = 1")) {
            statement.setString(1, "changed");
            statement.executeUpdate();
        }
    }),
    BATCH(connection -> {
        try (var statement = connection.createStatement()) {
            statement.addBatch("insert into jdbc_note values (2, 'new')");
            statement.addBatch("delete from jdbc_note where id = 1");
            statement.executeBatch();
        }
    }),
    PREPARED_BATCH(connection -> {
        try (var statement = connection.prepareStatement("insert into jdbc_note values (?, 'new')")) {
            statement.setInt(1, 2);
            statement.addBatch();
            statement.executeBatch();
        }
    }),
    CALLABLE(connection -> {
        try (var statement = connection.prepareCall("call write_jdbc_note_by_procedure()")) {
            statement.execute();
        }
    }),
    FUNCTION(connection -> query(connection, "select write_jdbc_note()")),
    UPDATABLE_ROWS(connection -> {
        try (var statement = connection.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_UPDATABLE);
                var rows = statement.executeQuery("select id, text from jdbc_note")) {
            rows.next();
            rows.updateString(2, "changed");
            rows.updateRow();
        }
    }),
    METADATA_CONNECTION(
            connection -> execute(connection.getMetaData().getConnection(), "delete from jdbc_note where id = 1")),
    STATEMENT_CONNECTION(connection -> {
        try (var statement = connection.prepareStatement("select text from jdbc_note")) {
            execute(statement.getConnection(), "delete from jdbc_note where id = 1");
        }
    }),
    LOCK(connection -> query(connection, "select text from jdbc_note for update")),
    TRUNCATE(connection -> execute(connection, "truncate table jdbc_note")),
    SCHEMA(connection -> execute(connection, "alter table jdbc_note add column more int")),

    SET_READ_ONLY_FALSE(connection -> {
        connection.setReadOnly(false);
        STATEMENT.write(connection);
    }),
    TRANSACTION_READ_WRITE(connection -> {
        execute(connection, "set transaction read write");
        FUNCTION.write(connection);
    }),
    COMMIT_AND_BEGIN(connection -> {
        execute(connection, "commit");
        execute(connection, "start transaction read write");
        FUNCTION.write(connection);
    }),
    SESSION_CHARACTERISTICS(connection -> {
        execute(connection, "set session characteristics as transaction read write");
        FUNCTION.write(connection);
    }),
    SESSION_TRANSACTION(connection -> {
        execute(connection, "set session transaction read write");
        FUNCTION.write(connection);
    }),
    SWITCH_OFF(connection -> {
        execute(connection, "set transaction_read_only = off");
        FUNCTION.write(connection);
    });

    private final Use use;

    Way(Use use) {
        this.use = use;
    }

    interface Use {
        void with(Connection connection) throws SQLException;
    }

    void write(Connection connection) throws SQLException {
        use.with(connection);
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String query(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
