package org.stillwater.internal.mode;

import java.util.List;
import org.stillwater.Window;

/** May object to read-only mode being entered. */
@FunctionalInterface
public interface Objector {
    /** Why the window should not be opened now; empty if there is nothing against it. May throw, which is an objection. */
    List<String> objections(Window window);
}
