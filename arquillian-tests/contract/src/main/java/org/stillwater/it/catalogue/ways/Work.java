package org.stillwater.it.catalogue.ways;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.stillwater.it.catalogue.Action;
import org.stillwater.it.catalogue.Product;
import org.stillwater.it.catalogue.Tools;

/** Done with a connection, differently on some databases. */
@FunctionalInterface
interface Work extends Action {
    String UPDATE_PART = "update part set name = 'changed'";

    void with(Connection connection, Product product) throws SQLException;

    @Override
    default void write(Tools tools) throws SQLException {
        tools.connections().lend(connection -> with(connection, tools.product()));
    }

    static Work sql(String... statements) {
        return (connection, product) -> {
            for (String sql : statements) {
                execute(connection, sql);
            }
        };
    }

    /** In a transaction of the connection's own. */
    static Work byHand(Work work) {
        return (connection, product) -> {
            connection.setAutoCommit(false);
            try {
                work.with(connection, product);
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        };
    }

    /** With the rows of a result set that can be updated. */
    static Work rows(Rows rows) {
        return (connection, product) -> {
            try (Statement statement =
                            connection.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_UPDATABLE);
                    ResultSet found = statement.executeQuery("select id, name from supplier")) {
                rows.change(found);
            }
        };
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @FunctionalInterface
    interface Rows {
        void change(ResultSet rows) throws SQLException;
    }
}
