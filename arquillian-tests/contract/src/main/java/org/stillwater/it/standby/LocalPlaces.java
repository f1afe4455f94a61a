package org.stillwater.it.standby;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.persistence.PersistenceUnit;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

@ApplicationScoped
public class LocalPlaces {
    /** With what the unit has connections of its own. */
    static final String OWN = "own.properties";

    @PersistenceUnit(unitName = "local")
    private EntityManagerFactory local;

    private EntityManagerFactory own;

    public String local(Work work) throws Exception {
        return call(local, work);
    }

    public String own(Work work) throws Exception {
        return call(own(), work);
    }

    private synchronized EntityManagerFactory own() throws IOException {
        if (own == null) {
            Properties properties = new Properties();
            try (InputStream in = LocalPlaces.class.getResourceAsStream("/" + OWN)) {
                properties.load(in);
            }
            own = Persistence.createEntityManagerFactory("local", properties);
        }
        return own;
    }

    private static String call(EntityManagerFactory factory, Work work) throws Exception {
        EntityManager em = factory.createEntityManager();
        try {
            em.getTransaction().begin();
            String result = work.with(new EntityShelf(em));
            em.getTransaction().commit();
            return result;
        } finally {
            if (em.getTransaction().isActive()) {
                em.getTransaction().rollback();
            }
            em.close();
        }
    }

    @PreDestroy
    void close() {
        if (own != null) {
            own.close();
        }
    }
}
