package org.stillwater.it.eclipselink;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.Map;
import java.util.function.Function;

/** A unit that the server has never heard of, made when it is first used, with connections that EclipseLink keeps. */
@ApplicationScoped
public class OwnShop implements Shop {
    private EntityManagerFactory factory;

    @Override
    public String inTransaction(Function<EntityManager, String> work) {
        return LocalShop.inTransaction(factory(), work);
    }

    private synchronized EntityManagerFactory factory() {
        if (factory == null) {
            factory = Persistence.createEntityManagerFactory(
                    "local",
                    Map.of(
                            "eclipselink.session-name", "own",
                            "jakarta.persistence.nonJtaDataSource", "",
                            "jakarta.persistence.jdbc.driver", "org.postgresql.Driver",
                            "jakarta.persistence.jdbc.url", Setting.OWN_URL.value()));
        }
        return factory;
    }

    @PreDestroy
    void close() {
        if (factory != null) {
            factory.close();
        }
    }
}
