package org.stillwater;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A reason to be out of {@link AccessMode#READ_WRITE}. The mode store holds a set of windows; the mode is
 * {@code READ_WRITE} only while that set is empty. Immutable.
 *
 * @param name identifies the window: letters, digits, {@code . _ -}, at most 64
 * @param reason what people are told, or null
 * @param owner who opened it
 * @param since when it was opened
 * @param end when it is expected to end, or null; a promise to people, nothing is lifted by it
 */
public record Window(
        String name,
        @Nullable String reason,
        Owner owner,
        Instant since,
        @Nullable Instant end) implements Serializable {

    /** @throws IllegalArgumentException if the name is not of the documented form */
    public Window {
        if (!name.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new IllegalArgumentException(
                    "Window name '" + name + "' is not allowed: use 1 to 64 letters, digits, '.', '_' or '-'");
        }
    }

    /** When the window is expected to end, if its owner said so. */
    public Optional<Instant> expectedEnd() {
        return Optional.ofNullable(end);
    }

    /**
     * Who opened a window.
     *
     * @param user the operating system's user name
     * @param host the host's name
     * @param pid the process id
     */
    public record Owner(String user, String host, long pid) implements Serializable {
        @Override
        public String toString() {
            return user + "@" + host + " (process " + pid + ")";
        }
    }
}
