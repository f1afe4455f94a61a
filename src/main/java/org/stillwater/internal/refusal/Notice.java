package org.stillwater.internal.refusal;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stillwater.AccessMode;
import org.stillwater.Window;
import org.stillwater.internal.mode.ModeState;
import org.stillwater.internal.runtime.ReadOnlyRuntime;

/**
 * What people and programs outside are told of the mode. No owner, host or path: those stay in the log. Immutable.
 *
 * @param mode the mode
 * @param epoch the number of the last change
 * @param verified in {@code READ_ONLY}, whether every application had drained
 * @param since when the oldest window was opened, or null if there is none or the mode is not known
 * @param expectedEnd when the last window is expected to end, or null
 * @param reason why, or null; also null where the reader may not be told
 * @param announced a window that is to come, or null
 */
public record Notice(
        AccessMode mode,
        long epoch,
        boolean verified,
        @Nullable Instant since,
        @Nullable Instant expectedEnd,
        @Nullable String reason,
        @Nullable Announcement announced)
        implements Serializable {

    /**
     * A window that is to come.
     *
     * @param start when it is to be opened
     * @param expectedEnd when it is expected to end, or null
     */
    public record Announcement(Instant start, @Nullable Instant expectedEnd) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    private static final long serialVersionUID = 1L;
    private static final Duration UNKNOWN = Duration.ofSeconds(30);
    private static final Duration FORGOTTEN = Duration.ofMinutes(15);

    /** What anonymous clients of this application are told now. */
    public static Notice current() {
        ReadOnlyRuntime runtime = ReadOnlyRuntime.current();
        Notice notice = of(runtime.state());
        return runtime.settings().statusReason() ? notice : notice.withoutReason();
    }

    /** What those are told who may know the reason. */
    public static Notice of(ModeState state) {
        List<Window> windows = state.snapshot().windows();
        long epoch = state.snapshot().epoch();
        if (windows.isEmpty() || state.fault() != null) {
            return new Notice(state.mode(), epoch, state.fault() == null, null, null, null, announced(state));
        }
        return new Notice(
                state.mode(),
                epoch,
                state.snapshot().verified(),
                windows.get(0).since(),
                state.snapshot().expectedEnd().orElse(null),
                windows.get(0).reason(),
                null);
    }

    private static @Nullable Announcement announced(ModeState state) {
        Window window = state.fault() == null ? state.snapshot().announced() : null;
        return window == null ? null : new Announcement(window.since(), window.end());
    }

    /** The window that is to come; null if there is none, or if its beginning is so long over that it was forgotten. */
    public @Nullable Announcement announced(Instant now) {
        return announced == null || now.isAfter(announced.start().plus(FORGOTTEN)) ? null : announced;
    }

    /** The same for readers who may not know the reason. */
    public Notice withoutReason() {
        return new Notice(mode, epoch, verified, since, expectedEnd, null, announced);
    }

    /** One sentence for people: what is going on, and until when if that is known and not over yet. */
    public String sentence(Instant now, Texts texts) {
        if (!mode.refusesNewWrites()) {
            return texts.get("lifted");
        }
        return isPromised(now) && expectedEnd != null
                ? texts.get("readOnly.until", clock(expectedEnd, now, texts))
                : texts.get("readOnly") + (expectedEnd == null ? "" : ' ' + texts.get("overrun"));
    }

    /** One sentence for people about a window that is to come. */
    public static String sentence(Announcement announced, Instant now, Texts texts) {
        return texts.get("announced.server", clock(announced.start(), now, texts));
    }

    /** The same for a full stop. */
    String stopSentence(Instant now, Texts texts) {
        if (!mode.refusesNewWrites()) {
            return sentence(now, texts);
        }
        return isPromised(now) && expectedEnd != null
                ? texts.get("stop.until", clock(expectedEnd, now, texts))
                : texts.get("stop");
    }

    /** With the zone: readers may be in another one than the server. */
    private static String clock(Instant moment, Instant now, Texts texts) {
        ZonedDateTime there = moment.atZone(ZoneId.systemDefault());
        boolean today = there.toLocalDate().equals(now.atZone(there.getZone()).toLocalDate());
        return DateTimeFormatter.ofPattern(texts.get(today ? "clock.today" : "clock.later"), texts.locale())
                .format(there);
    }

    /**
     * When a client should try again, in whole seconds and at least one: at the expected end; an end that is unknown, or
     * over without anything having ended, is half a minute away.
     */
    public long retryAfterSeconds(Instant now) {
        if (!mode.refusesNewWrites()) {
            return 1;
        }
        Duration left = isPromised(now) && expectedEnd != null ? Duration.between(now, expectedEnd) : UNKNOWN;
        return Math.max(1, left.plusMillis(999).toSeconds());
    }

    private boolean isPromised(Instant now) {
        return expectedEnd != null && expectedEnd.isAfter(now);
    }

    /** The members of the JSON objects that describe the mode. Times are ISO 8601 in UTC, or null. */
    public Map<String, @Nullable Object> members() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("mode", mode.name());
        members.put("epoch", epoch);
        members.put("since", since == null ? null : since.toString());
        members.put("expectedEnd", expectedEnd == null ? null : expectedEnd.toString());
        if (mode == AccessMode.READ_ONLY) {
            members.put("verified", verified);
        }
        if (reason != null) {
            members.put("reason", reason);
        }
        return members;
    }
}
