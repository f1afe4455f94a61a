package org.stillwater.it.catalogue.run;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.stillwater.it.Database;
import org.stillwater.it.catalogue.Product;
import org.stillwater.it.container.H2Database;
import org.stillwater.it.container.MariaDb;

/**
 * A database to try the ways on.
 *
 * @param product what it is
 * @param dataSource where the server under test keeps the data source for it
 * @param connector how the tests connect, past the server
 */
public record Site(Product product, String dataSource, Connector connector) {
    public static Site postgresql() {
        return new Site(Product.POSTGRESQL, Database.serverDataSource(), Database::connect);
    }

    public static Site mariaDb() {
        return new Site(Product.MARIADB, System.getProperty("it.datasource.mariadb"), () -> MariaDb.connect("admin"));
    }

    public static Site h2() {
        return new Site(
                Product.H2,
                System.getProperty("it.datasource.h2"),
                () -> DriverManager.getConnection(H2Database.url(), H2Database.USER, H2Database.USER));
    }

    Combination combination() {
        return Combination.with(product);
    }

    /** Opens a connection. */
    @FunctionalInterface
    public interface Connector {
        Connection connect() throws SQLException;
    }
}
