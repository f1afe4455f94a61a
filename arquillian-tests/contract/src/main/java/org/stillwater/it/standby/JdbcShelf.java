package org.stillwater.it.standby;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

record JdbcShelf(Connection connection) implements Shelf {
    @Override
    public String side() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_is_in_recovery()::int")) {
            row.next();
            return Shelf.sideOf(row.getInt(1));
        }
    }

    @Override
    public String read(long id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select name from Item where id = ?")) {
            statement.setLong(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : "missing";
            }
        }
    }

    @Override
    public void add(long id) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("insert into Item (id, version, name) values (?, 0, 'added')")) {
            statement.setLong(1, id);
            statement.executeUpdate();
        }
    }

    @Override
    public void rename(long id, String name) throws SQLException {
        renameBySql(id, name);
    }

    @Override
    public void renameBySql(long id, String name) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("update Item set name = ?, version = version + 1 where id = ?")) {
            statement.setString(1, name);
            statement.setLong(2, id);
            statement.executeUpdate();
        }
    }
}
