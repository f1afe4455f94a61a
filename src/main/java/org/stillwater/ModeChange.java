package org.stillwater;

import java.util.List;

/**
 * The CDI event that is fired synchronously, mostly on a thread of the library, each time this application has applied a
 * change of mode or of the open windows.
 *
 * <pre>{@code
 * void onChange(@Observes ModeChange change) {
 *     log.info(change.previous() + " -> " + change.mode());
 * }
 * }</pre>
 *
 * <p>An observer that throws is logged and does not stop the change; one that blocks delays the next one. A request scope is not active.
 *
 * @param previous the mode before
 * @param mode the mode now
 * @param epoch the number of this change; it only grows
 * @param windows the windows that are open now, oldest first
 */
public record ModeChange(AccessMode previous, AccessMode mode, long epoch, List<Window> windows) {

    /** Copies the list. */
    public ModeChange {
        windows = List.copyOf(windows);
    }
}
