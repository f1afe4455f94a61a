package org.stillwater.internal.refusal;

import java.time.Instant;

/** What was refused, and how that is said. */
public enum Refused {
    /** A change. Reading goes on. */
    CHANGE(
            "urn:stillwater:problem:read-only-mode",
            "Read-only mode",
            "Go back to the page you came from; in most browsers what you typed is still there. Then try again later.") {
        @Override
        public String sentence(Notice notice, Instant now) {
            return notice.sentence(now) + " The change was not saved.";
        }
    },
    /** Everything, in a full stop. */
    EVERYTHING(
            "urn:stillwater:problem:full-stop",
            "Update in progress",
            "Then try again. If you have just sent a form, go back to it; in most browsers what you typed is still there.") {
        @Override
        public String sentence(Notice notice, Instant now) {
            return notice.stopSentence(now) + " Nothing was changed.";
        }
    };

    private final String problemType;
    private final String title;
    private final String advice;

    Refused(String problemType, String title, String advice) {
        this.problemType = problemType;
        this.title = title;
        this.advice = advice;
    }

    /** What identifies the kind of problem, in the sense of RFC 9457. */
    public String problemType() {
        return problemType;
    }

    /** A few words. */
    public String title() {
        return title;
    }

    /** For people who see it as a page: what to do. */
    String advice() {
        return advice;
    }

    /** What people are told. */
    public abstract String sentence(Notice notice, Instant now);
}
