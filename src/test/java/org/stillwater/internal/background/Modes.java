package org.stillwater.internal.background;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.stillwater.Window;
import org.stillwater.internal.mode.ModeState;
import org.stillwater.spi.ModeSnapshot;

/** What applications go by, in tests. */
final class Modes {
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final ModeState READ_WRITE = new ModeState(ModeSnapshot.INITIAL, null);

    private Modes() {}

    static ModeState readOnlyFor(Duration age) {
        Window window = new Window("test", "a test", new Window.Owner("somebody", "here", 1), NOW.minus(age), null);
        return new ModeState(ModeSnapshot.INITIAL.draining(window, NOW).readOnly(true), null);
    }
}
