package org.stillwater.internal.refusal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A refusal in words. Immutable.
 *
 * @param refused what was refused
 * @param notice the mode
 * @param now the moment that words like "until" are seen from
 * @param texts the language
 */
public record Wording(Refused refused, Notice notice, Instant now, Texts texts) {
    /** A few words. */
    public String title() {
        return texts.get(isChange() ? "title" : "stop.title");
    }

    /** What people are told. */
    public String sentence() {
        return isChange()
                ? notice.sentence(now, texts) + ' ' + texts.get("refused")
                : notice.stopSentence(now, texts) + ' ' + texts.get("stop.nothing");
    }

    /** For people who see it as a page: what to do. */
    String advice() {
        return texts.get(isChange() ? "advice" : "stop.advice");
    }

    /** Why, or null. */
    @Nullable
    String because() {
        return notice.reason() == null ? null : texts.get("reason", notice.reason());
    }

    private boolean isChange() {
        return refused == Refused.CHANGE;
    }
}
