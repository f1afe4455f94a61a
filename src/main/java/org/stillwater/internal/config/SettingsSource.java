package org.stillwater.internal.config;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where settings come from. */
public interface SettingsSource {
    /** The value of a setting, or null. */
    @Nullable
    String value(String key);

    /** The keys that begin with {@code stillwater.}, as far as the source can list them. */
    Set<String> keys();

    /** System properties first, then environment variables of exactly the documented names. */
    static SettingsSource systemAndEnvironment() {
        return of(
                System.getProperties().stringPropertyNames().stream()
                        .collect(java.util.stream.Collectors.toMap(k -> k, System::getProperty)),
                System.getenv());
    }

    /** The same, from maps. */
    static SettingsSource of(Map<String, String> properties, Map<String, String> environment) {
        return new MapSource(properties, environment);
    }
}
