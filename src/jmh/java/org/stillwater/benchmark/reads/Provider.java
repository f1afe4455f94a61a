package org.stillwater.benchmark.reads;

import jakarta.persistence.EntityManagerFactory;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.registry.classloading.internal.ClassLoaderServiceImpl;
import org.hibernate.cfg.Configuration;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;

/** A JPA provider, and how it makes a unit that no guard has ever touched. */
enum Provider {
    HIBERNATE("Hibernate") {
        @Override
        EntityManagerFactory unit(String name, DataSource data, boolean guarded) {
            Configuration configuration = new Configuration().addAnnotatedClass(Note.class);
            return configuration.buildSessionFactory(
                    new StandardServiceRegistryBuilder(new BootstrapServiceRegistryBuilder()
                                    .applyClassLoaderService(
                                            guarded ? new ClassLoaderServiceImpl() : new WithoutLibrary())
                                    .build())
                            .applySetting("hibernate.connection.datasource", data)
                            .applySetting("hibernate.type.json_format_mapper", new NoJson())
                            .applySetting("hibernate.persistenceUnitName", name)
                            .build());
        }
    },
    ECLIPSELINK("EclipseLink") {
        @Override
        EntityManagerFactory unit(String name, DataSource data, boolean guarded) {
            // Its shared cache would answer in place of the database.
            EntityManagerFactory factory = new PersistenceProvider()
                    .createContainerEntityManagerFactory(
                            new NoteUnit(name, data),
                            Map.of(
                                    "eclipselink.cache.shared.default", "false",
                                    "eclipselink.weaving", "false",
                                    "eclipselink.logging.level", "WARNING"));
            factory.createEntityManager().close(); // connects, so that the library finds the unit as it starts
            return factory;
        }
    };

    private final String words;

    Provider(String words) {
        this.words = words;
    }

    /** With EclipseLink, the library leaves those alone that are not named in its settings. */
    abstract EntityManagerFactory unit(String name, DataSource data, boolean guarded);

    @Override
    public String toString() {
        return words;
    }

    /** Hides from Hibernate what the library registers with it. */
    private static final class WithoutLibrary extends ClassLoaderServiceImpl {
        private static final long serialVersionUID = 1L;

        @Override
        public <S> Collection<S> loadJavaServices(Class<S> contract) {
            return List.copyOf(super.loadJavaServices(contract)).stream()
                    .filter(service -> !service.getClass().getName().startsWith("org.stillwater."))
                    .toList();
        }
    }

    /** Hibernate would look for an implementation of JSON-B, of which only the API is on the class path. */
    private static final class NoJson implements FormatMapper {
        @Override
        public <T> T fromString(CharSequence text, JavaType<T> type, WrapperOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> String toString(T value, JavaType<T> type, WrapperOptions options) {
            throw new UnsupportedOperationException();
        }
    }
}
