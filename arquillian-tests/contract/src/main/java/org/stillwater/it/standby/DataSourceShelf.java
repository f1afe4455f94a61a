package org.stillwater.it.standby;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Takes a connection for each thing that is done, as data access objects do. */
record DataSourceShelf(DataSource data) implements Shelf {
    private interface Use<T> {
        T with(Shelf shelf) throws SQLException;
    }

    private <T> T use(Use<T> use) throws SQLException {
        try (Connection connection = data.getConnection()) {
            return use.with(new JdbcShelf(connection));
        }
    }

    @Override
    public String side() throws SQLException {
        return use(Shelf::side);
    }

    @Override
    public String read(long id) throws SQLException {
        return use(shelf -> shelf.read(id));
    }

    @Override
    public void add(long id) throws SQLException {
        use(shelf -> {
            shelf.add(id);
            return id;
        });
    }

    @Override
    public void rename(long id, String name) throws SQLException {
        renameBySql(id, name);
    }

    @Override
    public void renameBySql(long id, String name) throws SQLException {
        use(shelf -> {
            shelf.renameBySql(id, name);
            return id;
        });
    }
}
