package org.stillwater.internal.config;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Settings from two maps. {@code stillwater.drain-timeout} is the environment variable {@code STILLWATER_DRAIN_TIMEOUT}.
 * Unknown variables that begin with {@code STILLWATER_} are not reported: Kubernetes injects such variables for a service
 * of that name.
 */
record MapSource(Map<String, String> properties, Map<String, String> environment) implements SettingsSource {
    @Override
    public @Nullable String value(String key) {
        String value = properties.get(key);
        return value != null ? value : environment.get(variable(key));
    }

    @Override
    public Set<String> keys() {
        Set<String> keys = new TreeSet<>(properties.keySet());
        keys.removeIf(key -> !key.startsWith("stillwater."));
        return keys;
    }

    static String variable(String key) {
        return key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
