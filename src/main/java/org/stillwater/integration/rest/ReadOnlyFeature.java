package org.stillwater.integration.rest;

import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;

/**
 * Registers the mapper and the filter. Found through {@code META-INF/services}, which works whether an application lists its classes or
 * has them scanned; without {@code @Provider}, so that they are not found twice.
 */
public final class ReadOnlyFeature implements Feature {
    /**
     * Far behind {@link jakarta.ws.rs.Priorities#USER}: a mapper of the application's own for the same exception comes
     * first, and its response filters come last.
     */
    static final int PRIORITY = 100_000;

    /** For the runtime. */
    public ReadOnlyFeature() {}

    @Override
    public boolean configure(FeatureContext context) {
        context.register(ReadOnlyModeExceptionMapper.class, PRIORITY);
        context.register(WrappedRefusalFilter.class, PRIORITY);
        return true;
    }
}
