package org.stillwater.internal.mode;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.stillwater.AccessMode;
import org.stillwater.Window;
import org.stillwater.internal.log.Log;

/**
 * What the application has against a window that is being opened. Asked once for each drain, before its epoch is reported
 * for the first time; so whoever sees a report of that epoch sees the objections too. Confined to
 * {@link ModeMachine#tick()}, except for adding.
 */
final class Objections {
    private static final Log LOG = Log.of("mode");

    private final List<Objector> objectors = new CopyOnWriteArrayList<>();
    private List<String> current = List.of();
    private long asked = -1;

    void add(Objector objector) {
        objectors.add(objector);
    }

    /** Asks when a drain has begun, and forgets when it is over. */
    void watch(ModeState state) {
        if (state.mode() != AccessMode.DRAINING) {
            current = List.of();
        } else if (asked != state.snapshot().epoch()) {
            asked = state.snapshot().epoch();
            current = ask(state.snapshot().windows().get(0));
        }
    }

    List<String> current() {
        return current;
    }

    private List<String> ask(Window window) {
        List<String> found = new ArrayList<>();
        for (Objector objector : objectors) {
            try {
                found.addAll(objector.objections(window));
            } catch (RuntimeException e) {
                LOG.error(
                        "STILL00210", e, "Who was asked about window '%s' failed; that is an objection", window.name());
                found.add("who was asked failed: " + e);
            }
        }
        return List.copyOf(found);
    }
}
