package org.stillwater.internal.mode;

import org.jspecify.annotations.Nullable;
import org.stillwater.AccessMode;
import org.stillwater.spi.ModeSnapshot;

/**
 * What an application goes by: the last snapshot that it applied, unless the store has a fault. Immutable.
 *
 * @param snapshot the last snapshot that was applied
 * @param fault why the store cannot be trusted, or null; while there is one, writes are refused
 */
public record ModeState(ModeSnapshot snapshot, @Nullable String fault) {
    static final ModeState STARTING =
            new ModeState(ModeSnapshot.INITIAL, "The application is starting and has not read its mode store yet");
    /** What applies once an application is stopped. */
    public static final ModeState STOPPED =
            new ModeState(ModeSnapshot.INITIAL, "The application is stopped, or is being undeployed");

    /** The mode that follows. */
    public AccessMode mode() {
        return fault == null ? snapshot.mode() : AccessMode.READ_ONLY;
    }
}
