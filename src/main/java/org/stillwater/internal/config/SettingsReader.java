package org.stillwater.internal.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.log.Log;

/**
 * Reads {@link Settings}. A malformed value of a known key is an {@link IllegalArgumentException} that names key, value
 * and what is allowed; an unknown key is a warning with the nearest match.
 */
public final class SettingsReader {
    private static final Log LOG = Log.of("config");
    private static final Duration LONGEST = Duration.ofDays(365);

    private final SettingsSource source;
    private final Set<String> known = new LinkedHashSet<>();

    private SettingsReader(SettingsSource source) {
        this.source = source;
    }

    /** Reads all settings and warns of those it does not know. */
    public static Settings read(SettingsSource source) {
        SettingsReader reader = new SettingsReader(source);
        Settings settings = new Settings(
                reader.get("stillwater.enabled", SettingsReader::flag, true),
                reader.optional("stillwater.application", SettingsReader::fileName),
                reader.optional("stillwater.application-version", Function.identity()),
                reader.optional("stillwater.store", Function.identity()),
                reader.get("stillwater.drain-timeout", SettingsReader::duration, Duration.ofSeconds(30)),
                reader.get("stillwater.request-grace", SettingsReader::duration, Duration.ofSeconds(5)),
                reader.get("stillwater.request-exclude", PathPatterns::parse, PathPatterns.NONE),
                reader.http(),
                reader.get("stillwater.wait-timeout", SettingsReader::duration, Duration.ofSeconds(5)),
                reader.get("stillwater.max-waiters", SettingsReader::count, 64),
                reader.unitSwitch("stillwater.verify-drain", true),
                reader.persistenceUnits(),
                reader.droppable(),
                reader.get("stillwater.rehearsal", Rehearsal::parse, Rehearsal.OFF),
                reader.replicas(),
                reader.get("stillwater.status.path", SettingsReader::path, "/stillwater/status"),
                reader.get("stillwater.status.reason", SettingsReader::flag, false),
                reader.get("stillwater.faces.forms", FormGuarding::parse, FormGuarding.ALL),
                reader.get("stillwater.faces.banner", SettingsReader::automatic, true));
        reader.warnOfUnknownKeys();
        return settings;
    }

    /** Only {@code stillwater.persistence-units}, for those who come before the application does. */
    public static UnitNames persistenceUnits(SettingsSource source) {
        return new SettingsReader(source).persistenceUnits();
    }

    /** Only {@code stillwater.droppable}, for those who come before the application does. */
    public static AttributeNames droppable(SettingsSource source) {
        return new SettingsReader(source).droppable();
    }

    private HttpSettings http() {
        return new HttpSettings(
                get("stillwater.http.status", HttpSettings::status, 503),
                get("stillwater.http.refuse", Door::parse, Door.NONE),
                get("stillwater.http.refuse.exclude", PathPatterns::parse, PathPatterns.NONE),
                optional("stillwater.http.page", HttpSettings::page));
    }

    private ReplicaSettings replicas() {
        return new ReplicaSettings(
                forUnits("stillwater.replica", ReplicaSettings::jndiName),
                get("stillwater.replica-policy", ReplicaSettings::required, false),
                get("stillwater.frozen-replica", ReplicaSettings::passedOver, false));
    }

    private UnitNames persistenceUnits() {
        return get("stillwater.persistence-units", UnitNames::parse, UnitNames.ALL);
    }

    private AttributeNames droppable() {
        return get("stillwater.droppable", AttributeNames::parse, AttributeNames.NONE);
    }

    private <T> T get(String key, Function<String, T> parser, T fallback) {
        T value = optional(key, parser);
        return value == null ? fallback : value;
    }

    private <T> @Nullable T optional(String key, Function<String, T> parser) {
        known.add(key);
        String value = source.value(key);
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return parser.apply(value.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    Log.message("STILL00401", "Setting '%s' has the value '%s': %s", key, value, e.getMessage()), e);
        }
    }

    /** A flag for all persistence units, and with {@code .<unit>} behind the key for one. */
    private UnitSwitch unitSwitch(String key, boolean fallback) {
        boolean all = get(key, SettingsReader::flag, fallback);
        return new UnitSwitch(all, forUnits(key, SettingsReader::flag));
    }

    /** What is set with {@code .<unit>} behind the key. */
    private <T> Map<String, T> forUnits(String key, Function<String, T> parser) {
        Map<String, T> units = new TreeMap<>();
        for (String one : source.keys()) {
            T value = one.startsWith(key + ".") ? optional(one, parser) : null;
            if (value != null) {
                units.put(one.substring(key.length() + 1), value);
            }
        }
        return units;
    }

    private void warnOfUnknownKeys() {
        for (String key : source.keys()) {
            if (!known.contains(key)) {
                LOG.warn(
                        "STILL00402",
                        "Setting '%s' is not known and has no effect. Did you mean '%s'?",
                        key,
                        Nearest.to(key, known));
            }
        }
    }

    private static boolean flag(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("'true' or 'false' is allowed");
        };
    }

    private static boolean automatic(String value) {
        return switch (value) {
            case "auto" -> true;
            case "page" -> false;
            default -> throw new IllegalArgumentException("'auto' or 'page' is allowed");
        };
    }

    static Duration duration(String value) {
        try {
            Duration parsed = Duration.parse(isoForm(value));
            if (!parsed.isNegative() && parsed.compareTo(LONGEST) <= 0) {
                return parsed;
            }
        } catch (DateTimeException e) {
            // falls through to the message that says what is allowed
        }
        throw new IllegalArgumentException(
                "a duration is allowed, for example '500ms', '30s', '5m', '1h' or ISO 8601 such as 'PT30S';"
                        + " not negative, and at most 365 days");
    }

    private static String isoForm(String value) {
        if (value.matches("\\d{1,15}ms")) {
            return Duration.ofMillis(Long.parseLong(value.substring(0, value.length() - 2)))
                    .toString();
        }
        return value.matches("\\d{1,9}[smhSMH]") ? "PT" + value : value;
    }

    private static int count(String value) {
        if (!value.matches("\\d{1,6}")) {
            throw new IllegalArgumentException("a number from 0 to 999999 is allowed");
        }
        return Integer.parseInt(value);
    }

    private static String path(String value) {
        if (!value.matches("(/[A-Za-z0-9._~-]+)+")) {
            throw new IllegalArgumentException(
                    "a path within the application is allowed, such as '/stillwater/status'");
        }
        return value;
    }

    private static String fileName(String value) {
        if (!value.matches("[A-Za-z0-9._-]{1,64}") || value.startsWith(".")) {
            throw new IllegalArgumentException(
                    "1 to 64 letters, digits, '.', '_' or '-' are allowed, not beginning with '.'");
        }
        return value;
    }
}
