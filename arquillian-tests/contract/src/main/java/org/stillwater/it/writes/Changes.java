package org.stillwater.it.writes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.stillwater.AccessMode;
import org.stillwater.ModeChange;

/** Collects the events. */
@ApplicationScoped
public class Changes {
    private final List<AccessMode> modes = new CopyOnWriteArrayList<>();

    void changed(@Observes ModeChange change) {
        modes.add(change.mode());
    }

    public List<AccessMode> modes() {
        return modes;
    }
}
