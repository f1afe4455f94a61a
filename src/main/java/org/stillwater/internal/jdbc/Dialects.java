package org.stillwater.internal.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
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
    static @Nullable ReadOnlyDialect of(String databaseProductName) {
        return ALL.stream()
                .filter(dialect -> dialect.supports(databaseProductName))
                .findFirst()
                .orElse(null);
    }

    /** The exception by which a database refused a write because of read-only mode, somewhere in a chain of causes. */
    public static @Nullable SQLException findRefusal(Throwable problem) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable cause = problem; cause != null && seen.add(cause); cause = cause.getCause()) {
            if (cause instanceof SQLException refusal && isRefusal(refusal)) {
                return refusal;
            }
        }
        return null;
    }

    private static boolean isRefusal(SQLException problem) {
        return ALL.stream().anyMatch(dialect -> dialect.isReadOnlyRefusal(problem));
    }
}
