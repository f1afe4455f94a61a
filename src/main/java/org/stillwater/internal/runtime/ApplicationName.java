package org.stillwater.internal.runtime;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.config.Settings;
import org.stillwater.internal.log.Log;

/** Finds the name under which an application reports. */
final class ApplicationName {
    private static final Log LOG = Log.of("runtime");
    private static final String UNNAMED = "application";
    /** Within an EAR it is the EAR that gives the name, as it does in {@code java:app/AppName}. */
    private static final Pattern WILDFLY_LOADER = Pattern.compile("deployment\\.(.+?)(\\.ear(\\..+)?|\\.[wj]ar)");

    private ApplicationName() {}

    static String of(Settings settings) {
        String configured = settings.application();
        return configured != null ? configured : fileName(fromServer());
    }

    @SuppressWarnings("BanJNDI") // a constant name in the server's own namespace
    private static String fromServer() {
        try {
            return String.valueOf(InitialContext.<Object>doLookup("java:app/AppName"));
        } catch (NamingException e) {
            LOG.debug("No java:app/AppName: %s", e);
            return fromLoader(ApplicationName.class.getClassLoader().getName());
        }
    }

    /** WildFly Preview 38 starts the CDI container of an EAR where no name can be looked up. */
    static String fromLoader(@Nullable String loader) {
        Matcher deployment = WILDFLY_LOADER.matcher(String.valueOf(loader));
        return deployment.matches() ? deployment.group(1) : UNNAMED;
    }

    private static String fileName(String name) {
        String safe = name.replaceAll("[^A-Za-z0-9._-]", "-").replaceAll("^[.-]+", "");
        return safe.isEmpty() ? UNNAMED : safe.substring(0, Math.min(64, safe.length()));
    }
}
