package org.stillwater;

import jakarta.ejb.ApplicationException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A write was refused because the application is in read-only mode, or on its way there; or because a guarded database
 * is read-only by itself, which its cause says. Nothing was written; the transaction, if there is one, is rolled back.
 *
 * <p>The library answers REST and Servlet clients with status 503 and keeps a Faces user on the page, so applications
 * rarely catch it.
 */
@ApplicationException(rollback = true)
public class ReadOnlyModeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable Window window;

    /**
     * @param message says what was refused and why
     * @param window the window that is in the way, or null where no window is known (a mode store that cannot be read)
     */
    public ReadOnlyModeException(String message, @Nullable Window window) {
        super(message);
        this.window = window;
    }

    /** The window that is in the way; empty where none is known. */
    public Optional<Window> window() {
        return Optional.ofNullable(window);
    }
}
