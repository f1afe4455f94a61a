package org.stillwater;

import jakarta.enterprise.util.Nonbinding;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Injects a data source of the server as a {@link GuardedDataSource}.
 *
 * <pre>{@code
 * @Inject
 * @Guarded("java:comp/env/jdbc/Shop")
 * DataSource shop;
 * }</pre>
 */
@Documented
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.TYPE})
public @interface Guarded {
    /** Where it is looked up, as in {@code @Resource(lookup = ...)}; also what it is called in {@code status} and settings. */
    @Nonbinding
    String value();
}
