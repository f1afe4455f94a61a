package org.stillwater;

import java.util.ServiceLoader;
import javax.sql.DataSource;

/**
 * A data source whose connections refuse to write while the application is in read-only mode: for JDBC beside JPA, or
 * instead of it. What is read through it during a window is read in transactions that the database keeps read-only, where
 * it can; what is written through it at other times is counted, and a drain waits for it.
 *
 * <p>{@link Guarded} injects one. In code:
 *
 * <pre>{@code
 * DataSource shop = GuardedDataSource.of("shop", pool);
 * }</pre>
 *
 * <p>It takes part in JTA transactions as the data source behind does. What it hands out cannot be talked out of read-only
 * mode: not by {@code setReadOnly(false)}, by SQL, by {@code unwrap} or through the metadata. Thread-safe.
 */
public interface GuardedDataSource extends DataSource {
    /** What it is called in {@code status}, in the log and in settings. */
    String name();

    /**
     * Guards a data source.
     *
     * @param name what it is to be called; one name, one database
     * @param dataSource where connections come from; one that is guarded already is returned as it is
     */
    static GuardedDataSource of(String name, DataSource dataSource) {
        return ServiceLoader.load(Provider.class, GuardedDataSource.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The library's jar is not complete: it has no "
                        + Provider.class.getName() + " in META-INF/services"))
                .guard(name, dataSource);
    }

    /** Implemented by the library. */
    interface Provider {
        /** Guards a data source. */
        GuardedDataSource guard(String name, DataSource dataSource);
    }
}
