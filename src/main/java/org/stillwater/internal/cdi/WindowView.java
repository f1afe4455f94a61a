package org.stillwater.internal.cdi;

import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stillwater.Window;
import org.stillwater.internal.mode.ModeState;

/**
 * The window as a page reads it: {@code #{readOnlyWindow.message}}, {@code .reason}, {@code .since},
 * {@code .expectedEnd}. A class with getters, because Expression Language 5 does not read records.
 */
public final class WindowView implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final @Nullable String reason;
    private final @Nullable ZonedDateTime since;
    private final @Nullable ZonedDateTime expectedEnd;

    private WindowView(@Nullable String reason, @Nullable Instant since, @Nullable Instant expectedEnd) {
        this.reason = reason;
        this.since = here(since);
        this.expectedEnd = here(expectedEnd);
    }

    static WindowView of(ModeState state) {
        List<Window> windows = state.snapshot().windows();
        if (windows.isEmpty() || state.fault() != null) {
            return new WindowView(null, null, null);
        }
        return new WindowView(
                windows.get(0).reason(),
                windows.get(0).since(),
                state.snapshot().expectedEnd().orElse(null));
    }

    private static @Nullable ZonedDateTime here(@Nullable Instant moment) {
        return moment == null ? null : moment.atZone(ZoneId.systemDefault());
    }

    /** One sentence for people: what is going on, and until when if that is known and not over yet. */
    public String getMessage() {
        ZonedDateTime end = expectedEnd;
        boolean promised = end != null && end.isAfter(ZonedDateTime.now(ZoneId.systemDefault()));
        String until = end != null && promised ? " until about " + CLOCK.format(end) : "";
        return "This application is being updated: you can go on reading, but nothing can be changed" + until + ".";
    }

    /** What the operator gave as the reason, or null. */
    public @Nullable String getReason() {
        return reason;
    }

    /** Since when, in the server's time zone, or null if the mode is not known. */
    public @Nullable ZonedDateTime getSince() {
        return since;
    }

    /** Until when, in the server's time zone, or null if nobody said. */
    public @Nullable ZonedDateTime getExpectedEnd() {
        return expectedEnd;
    }
}
