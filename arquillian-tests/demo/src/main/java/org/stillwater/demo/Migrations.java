package org.stillwater.demo;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.stillwater.demo.machinery.Postgres;

/** The quickstart's Flyway migrations: up to the schema of today, and from there to the expanded one. */
final class Migrations {

    private static final String TODAY = "2";

    private final FluentConfiguration configuration;

    Migrations(Postgres postgres, Path directory, int orders) {
        configuration = Flyway.configure()
                .loggers("slf4j")
                .dataSource(postgres.url(), Postgres.MIGRATOR, Postgres.MIGRATOR)
                .locations("filesystem:" + directory)
                .placeholders(Map.of("application_role", Postgres.APPLICATION, "orders", Integer.toString(orders)));
    }

    /** Schema and rows, as the application of today knows them. */
    void prepare() {
        configuration.target(TODAY).load().migrate();
    }

    /** What the next version of the application needs. */
    void expand(Consumer<String> progress) {
        configuration
                .target(MigrationVersion.LATEST)
                .callbacks(new Steps(progress))
                .load()
                .migrate();
    }

    /** Tells which migration runs. */
    private record Steps(Consumer<String> progress) implements Callback {

        @Override
        public boolean supports(Event event, Context context) {
            return event == Event.BEFORE_EACH_MIGRATE;
        }

        @Override
        public boolean canHandleInTransaction(Event event, Context context) {
            return true;
        }

        @Override
        public void handle(Event event, Context context) {
            progress.accept("V" + context.getMigrationInfo().getVersion() + " "
                    + context.getMigrationInfo().getDescription());
        }

        @Override
        public String getCallbackName() {
            return "progress";
        }
    }
}
