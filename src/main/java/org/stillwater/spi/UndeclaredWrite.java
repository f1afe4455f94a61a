package org.stillwater.spi;

import org.jspecify.annotations.Nullable;

/**
 * A way in which an application wrote without a declared {@code @Writes} method above. Immutable.
 *
 * @param what the entity or the SQL that was met first on this way
 * @param count how many writes were met on it
 * @param request the web request of the first, or null
 * @param where the application's own lines that lead to it, innermost first; empty if there are none
 */
public record UndeclaredWrite(
        String what, long count, @Nullable String request, String where) {
    @Override
    public String toString() {
        return what + ", " + (count == 1 ? "once" : count + " times") + (request == null ? "" : ", first in " + request)
                + (where.isEmpty() ? ", not called by the application" : ", at " + where);
    }
}
