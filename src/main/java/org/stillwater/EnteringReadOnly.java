package org.stillwater;

import java.util.ArrayList;
import java.util.List;

/**
 * The CDI event that is fired synchronously when somebody is entering read-only mode, while the application drains. Who
 * observes it may object; then the mode returns to {@code READ_WRITE} and whoever wanted to enter is told why.
 *
 * <pre>{@code
 * void onEntering(@Observes EnteringReadOnly entering) {
 *     if (payments.isRunActive()) {
 *         entering.object("the payment run is not finished");
 *     }
 * }
 * }</pre>
 *
 * <p>It is fired on a thread of the library, without a request scope, for operators of every kind: the command line and
 * {@link ReadOnlyControl#enter}. An observer that throws counts as an objection. One that blocks delays the drain. The
 * command line can go on in spite of objections.
 *
 * <p>Confined to the observers' thread.
 */
public final class EnteringReadOnly {
    private final Window window;
    private final List<String> objections = new ArrayList<>();

    /** For the library. */
    public EnteringReadOnly(Window window) {
        this.window = window;
    }

    /** The window that is being opened. */
    public Window window() {
        return window;
    }

    /**
     * Objects.
     *
     * @param reason what the operator is told
     */
    public void object(String reason) {
        objections.add(reason);
    }

    /** The objections so far. */
    public List<String> objections() {
        return List.copyOf(objections);
    }
}
