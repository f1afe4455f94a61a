package org.stillwater.internal.cdi;

import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.mode.ModeState;
import org.stillwater.internal.refusal.Notice;
import org.stillwater.internal.refusal.ReaderLocale;

/**
 * The window as a page reads it: {@code #{readOnlyWindow.message}}, {@code .reason}, {@code .since},
 * {@code .expectedEnd}. A class with getters, because Expression Language 5 does not read records.
 */
public final class WindowView implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Notice notice;

    private WindowView(Notice notice) {
        this.notice = notice;
    }

    static WindowView of(ModeState state) {
        return new WindowView(Notice.of(state));
    }

    private static @Nullable ZonedDateTime here(@Nullable Instant moment) {
        return moment == null ? null : moment.atZone(ZoneId.systemDefault());
    }

    /** One sentence for people, in the language of the page: what is going on, and until when if that is known and not over yet. */
    public String getMessage() {
        return notice.sentence(Instant.now(), ReaderLocale.texts());
    }

    /** What the operator gave as the reason, or null. */
    public @Nullable String getReason() {
        return notice.reason();
    }

    /** Since when, in the server's time zone, or null if the mode is not known. */
    public @Nullable ZonedDateTime getSince() {
        return here(notice.since());
    }

    /** Until when, in the server's time zone, or null if nobody said. */
    public @Nullable ZonedDateTime getExpectedEnd() {
        return here(notice.expectedEnd());
    }
}
