package org.stillwater.internal.config;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How requests are refused. Immutable.
 *
 * @param status {@code stillwater.http.status}: the status of every refusal
 * @param refuse {@code stillwater.http.refuse}: what is refused at the door
 * @param refuseExclude {@code stillwater.http.refuse.exclude}: what is never refused there, by its path
 * @param page {@code stillwater.http.page}: the application's own page for refusals, or null
 */
public record HttpSettings(
        int status,
        Door refuse,
        PathPatterns refuseExclude,
        @Nullable String page) {
    /**
     * Clients and caches do something of their own on these, or expect a header that a refusal has not: they log in, send
     * the same again at once, or speak another protocol.
     */
    private static final Set<Integer> MEANS_SOMETHING_ELSE = Set.of(401, 405, 407, 408, 421, 425, 426);

    static int status(String value) {
        int status = value.matches("[45]\\d\\d") ? Integer.parseInt(value) : 0;
        if (status == 0 || MEANS_SOMETHING_ELSE.contains(status)) {
            throw new IllegalArgumentException(
                    "a status of failure is allowed, from 400 to 599, such as 503, or 409 behind"
                            + " a load balancer that takes out what answers 5xx; not 401, 405, 407, 408, 421, 425 and 426, at"
                            + " which clients do something of their own");
        }
        return status;
    }

    static String page(String value) {
        if (!value.matches("(/[^*?;#%\\s/]+)+") || value.contains("/../") || value.contains("/./")) {
            throw new IllegalArgumentException(
                    "a path within the application is allowed, such as '/WEB-INF/read-only.html' or '/read-only.xhtml'");
        }
        return value;
    }
}
