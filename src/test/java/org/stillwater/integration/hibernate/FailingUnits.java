package org.stillwater.integration.hibernate;

import java.util.UUID;
import java.util.concurrent.Callable;
import org.hibernate.SessionFactory;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.Configuration;
import org.stillwater.internal.mode.ModeState;
import org.stillwater.internal.runtime.ReadOnlyRuntime;

/** What applications do before CDI is started; called by {@link FailedDeploymentTest} in a class loader of their own. */
final class FailingUnits {
    private FailingUnits() {}

    /** Says how it failed. */
    public static final class TablesRefused implements Callable<String> {
        @Override
        public String call() {
            try {
                unit("create").close();
                return "has its tables";
            } catch (RuntimeException e) {
                return causes(e);
            }
        }
    }

    /** Two units, of which one is closed while the other goes on. */
    public static final class OneAfterTheOther implements Callable<String> {
        @Override
        public String call() {
            SessionFactory first = unit("create");
            SessionFactory second = unit("create");
            first.close();
            String afterFirst = guarded();
            second.close();
            return afterFirst + ", " + guarded();
        }
    }

    /** One whose CDI container has started before its unit is closed. */
    public static final class Started implements Callable<String> {
        @Override
        public String call() {
            SessionFactory factory = unit("create");
            ReadOnlyRuntime runtime = ReadOnlyRuntime.start();
            factory.close();
            String before = runtime.state().equals(ModeState.STOPPED) ? "stopped" : "running";
            ReadOnlyRuntime.stop();
            unit("none").close();
            return before + ", " + (ReadOnlyRuntime.current() == runtime ? "stopped" : "started again");
        }
    }

    private static String guarded() {
        return ReadOnlyRuntime.ifStarted() == null ? "gone" : "guarded";
    }

    private static String causes(Throwable failure) {
        StringBuilder names = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            names.append(cause.getClass().getSimpleName()).append(' ');
        }
        return names.toString();
    }

    private static SessionFactory unit(String tables) {
        Configuration configuration = new Configuration()
                .addAnnotatedClass(Part.class)
                .addAnnotatedClass(Screw.class)
                .setProperty("hibernate.connection.url", "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1")
                .setProperty("hibernate.persistenceUnitName", "parts")
                .setProperty("hibernate.hbm2ddl.auto", tables)
                .setProperty("hibernate.hbm2ddl.halt_on_error", "true");
        StandardServiceRegistry services = new StandardServiceRegistryBuilder()
                .applySettings(configuration.getProperties())
                .applySetting("hibernate.type.json_format_mapper", new HibernateFixture.NoJson())
                .build();
        return configuration.buildSessionFactory(services);
    }
}
