package org.stillwater.demo;

import java.nio.file.Path;
import java.sql.Connection;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.stillwater.demo.machinery.Postgres;
import org.stillwater.demo.proof.Witness;

/** The quickstart's database, small and watched: one for all tests, which only add to it. */
public final class ShopDatabase implements BeforeAllCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(ShopDatabase.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        database(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Postgres.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return database(context).postgres();
    }

    private static Running database(ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent(Running.class, key -> start(), Running.class);
    }

    private static Running start() {
        try {
            Postgres postgres = Postgres.start(Path.of("target/test-postgresql").toAbsolutePath());
            new Migrations(postgres, Path.of(System.getProperty("demo.migrations")), 1_000).prepare();
            try (Connection superuser = postgres.connect()) {
                Witness.install(superuser);
            }
            return new Running(postgres);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** JUnit closes what its store holds. */
    private record Running(Postgres postgres) implements AutoCloseable {

        @Override
        public void close() throws Exception {
            postgres.close();
        }
    }
}
