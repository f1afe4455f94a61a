package org.stillwater.integration.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.log.Log;

/**
 * Puts the {@link ReadOnlyFilter} in front of an application. An initializer, and not a {@code web-fragment.xml}, because
 * WildFly does not apply the fragment of a jar in an EAR's {@code lib}.
 *
 * <p>For {@code ERROR} dispatches too, so that an application's own error page is marked like any other response.
 */
public final class StillwaterInitializer implements ServletContainerInitializer {
    private static final Log LOG = Log.of("servlet");

    /** For the server. */
    public StillwaterInitializer() {}

    @Override
    public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) {
        context.addListener(new UndeploymentListener());
        FilterRegistration.@Nullable Dynamic filter = context.addFilter("stillwater", new ReadOnlyFilter());
        if (filter == null) {
            LOG.warn(
                    "STILL01201",
                    "The application '%s' has a filter named 'stillwater' already: requests are guarded by that one. If"
                            + " it is not the library's, rename it; if the library is there twice, remove one",
                    context.getContextPath());
            return;
        }
        filter.setAsyncSupported(true);
        filter.addMappingForUrlPatterns(
                EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR), false, "/*");
    }
}
