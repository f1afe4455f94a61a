package org.stillwater.it.catalogue.settings;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.stillwater.Guarded;
import org.stillwater.it.Database;
import org.stillwater.it.catalogue.Connections;
import org.stillwater.it.catalogue.JdbcWork;
import org.stillwater.it.catalogue.Product;
import org.stillwater.it.catalogue.Tools;
import org.stillwater.it.catalogue.Way;

/** Gives a way what it needs. */
@ApplicationScoped
public class Toolbox {
    @Resource(lookup = "java:comp/env/" + Database.RESOURCE)
    private DataSource dataSource;

    @Inject
    @Guarded("java:comp/env/" + Database.RESOURCE)
    private DataSource guarded;

    @Inject
    private Instance<ProviderConnections> provider;

    private volatile Product product;

    /** Tries a way with an entity manager and with connections of the container's data source. */
    public void use(Way way, EntityManager em) {
        use(way, em, work -> lend(dataSource, work));
    }

    /** Tries a way with connections of the guarded data source. */
    public void useGuarded(Way way, EntityManager em) {
        use(way, em, work -> lend(guarded, work));
    }

    /** Tries a way with an entity manager and with connections of its provider. */
    public void useOfProvider(Way way, EntityManager em) {
        use(way, em, work -> provider.get().lend(em, work));
    }

    private void use(Way way, EntityManager em, Connections connections) {
        Unchecked.call(() -> {
            way.write(new Tools(em, connections, dataSource, guarded, product()));
            return null;
        });
    }

    private static void lend(DataSource source, JdbcWork work) throws SQLException {
        try (Connection connection = source.getConnection()) {
            work.with(connection);
        }
    }

    private Product product() throws SQLException {
        Product known = product;
        if (known == null) {
            try (Connection connection = dataSource.getConnection()) {
                known = Product.of(connection.getMetaData());
            }
            product = known;
        }
        return known;
    }
}
