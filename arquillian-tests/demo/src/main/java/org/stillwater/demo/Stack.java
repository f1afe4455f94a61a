package org.stillwater.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.stillwater.demo.machinery.Cleanup;
import org.stillwater.demo.machinery.OperatorCommand;
import org.stillwater.demo.machinery.Postgres;
import org.stillwater.demo.machinery.Standby;
import org.stillwater.demo.machinery.WildFly;
import org.stillwater.demo.machinery.WildFlyLayout;
import org.stillwater.demo.proof.Witness;

/**
 * Everything that runs during the demo: the database with its rows and its witness, and the server with the
 * application.
 *
 * @param properties system properties of the server
 * @param operator null if the library is switched off
 */
record Stack(
        Postgres postgres,
        Migrations migrations,
        WildFly server,
        Map<String, String> properties,
        OperatorCommand operator) {

    /** What the application's connections are called in the database. */
    static final String APPLICATION_NAME = "quickstart";

    static Stack start(Settings settings, Cleanup cleanup) throws Exception {
        return start(settings, settings.library() ? Way.PRIMARY : Way.WITHOUT, cleanup);
    }

    static Stack start(Settings settings, Way way, Cleanup cleanup) throws Exception {
        Settings.Paths paths = settings.paths();
        System.out.println("  Starting PostgreSQL");
        Postgres postgres = cleanup.start(() -> Postgres.start(postgresDirectory(settings)));

        System.out.println("  Filling the shop with " + settings.orders() + " orders (Flyway)");
        Migrations migrations = new Migrations(postgres, paths.migrations(), settings.orders());
        migrations.prepare();
        try (Connection superuser = postgres.connect()) {
            Witness.install(superuser);
        }

        Standby standby = null;
        if (way.usesStandby()) {
            System.out.println("  Starting a standby");
            standby = cleanup.start(() -> Standby.start(postgres, postgresDirectory(settings)));
        }
        Map<String, String> properties = properties(settings, postgres, standby);

        System.out.println("  Starting WildFly with the application");
        Path store = paths.work().resolve("store");
        WildFly server =
                cleanup.start(() -> WildFly.start(layout(paths, paths.work(), paths.application()), properties));
        server.awaitStart();
        System.out.println("  " + server.address() + " is up");
        OperatorCommand operator =
                settings.library() ? new OperatorCommand(paths.javaHome(), paths.commandLine(), store, cleanup) : null;
        return new Stack(postgres, migrations, server, properties, operator);
    }

    static Path postgresDirectory(Settings settings) {
        return settings.paths().work().resolve("postgresql");
    }

    /** Starts a second server with another version of the application, which does not read the frozen replica. */
    WildFly startBeside(Settings settings, Path work, Path application) throws Exception {
        Map<String, String> more = new LinkedHashMap<>(properties);
        more.put("stillwater.frozen-replica", "ignore");
        more.put("stillwater.application-version", "next");
        return WildFly.start(layout(settings.paths(), work, application), more);
    }

    private static WildFlyLayout layout(Settings.Paths paths, Path work, Path application) throws Exception {
        Path base = work.resolve("wildfly");
        Files.createDirectories(base);
        return new WildFlyLayout(
                paths.serverHome(), paths.javaHome(), paths.modules(), paths.serverConfiguration(), base, application);
    }

    private static Map<String, String> properties(Settings settings, Postgres postgres, Standby standby) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put(
                "demo.jdbc.url",
                postgres.url() + "?ApplicationName=" + APPLICATION_NAME + "&prepareThreshold=5&autosave="
                        + settings.autosave());
        properties.put(
                "stillwater.store", settings.paths().work().resolve("store").toString());
        properties.put("stillwater.enabled", Boolean.toString(settings.library()));
        if (standby != null) {
            properties.put("demo.replica.jdbc.url", standby.url() + "?ApplicationName=" + APPLICATION_NAME);
            properties.put("stillwater.replica.quickstart", "java:jboss/datasources/QuickstartReplicaDS");
        }
        return properties;
    }
}
