package org.stillwater.integration.mpconfig;

import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.config.SettingsSource;

/**
 * Settings from MicroProfile Config, which covers system properties, environment variables and the application's
 * {@code META-INF/microprofile-config.properties}. Thread-safe.
 */
public final class MicroProfileConfigSource implements SettingsSource {
    private final Config config = ConfigProvider.getConfig();

    /** Takes the configuration of the application whose class loader is the thread's. */
    public MicroProfileConfigSource() {}

    @Override
    public @Nullable String value(String key) {
        return config.getOptionalValue(key, String.class).orElse(null);
    }

    @Override
    public Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        for (String key : config.getPropertyNames()) {
            if (key.startsWith("stillwater.")) {
                keys.add(key);
            }
        }
        return keys;
    }
}
