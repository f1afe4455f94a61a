package org.stillwater.internal.database;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.log.Log;
import org.stillwater.spi.ReadOnlyDialect;

/** The databases that the library knows, from {@code META-INF/services}. Thread-safe. */
public final class Dialects {
    private static final Log LOG = Log.of("jdbc");
    private static final List<ReadOnlyDialect> ALL = load();

    private Dialects() {}

    private static List<ReadOnlyDialect> load() {
        List<ReadOnlyDialect> found = new ArrayList<>();
        try {
            ServiceLoader.load(ReadOnlyDialect.class, ReadOnlyDialect.class.getClassLoader())
                    .forEach(found::add);
        } catch (ServiceConfigurationError e) {
            LOG.error("STILL01501", e, "A database dialect is left out, because it cannot be loaded");
        }
        return List.copyOf(found);
    }

    /** The dialect for a database, or null if none supports it. */
    public static @Nullable ReadOnlyDialect of(String databaseProductName) {
        return ALL.stream()
                .filter(dialect -> dialect.supports(databaseProductName))
                .findFirst()
                .orElse(null);
    }
}
