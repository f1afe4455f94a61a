package org.stillwater.internal.refusal;

/** What was refused. */
public enum Refused {
    /** A change. Reading goes on. */
    CHANGE("urn:stillwater:problem:read-only-mode"),
    /** Everything, in a full stop. */
    EVERYTHING("urn:stillwater:problem:full-stop");

    private final String problemType;

    Refused(String problemType) {
        this.problemType = problemType;
    }

    /** What identifies the kind of problem, in the sense of RFC 9457. */
    public String problemType() {
        return problemType;
    }
}
