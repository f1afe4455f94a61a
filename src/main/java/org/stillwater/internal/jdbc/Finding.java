package org.stillwater.internal.jdbc;

/**
 * What has been found out about a database that should refuse to write. Immutable.
 *
 * @param state what is known
 * @param reason why not more is known, or empty
 */
record Finding(State state, String reason) {
    enum State {
        /** It has refused. */
        VERIFIED,
        /** It takes read-only transactions, and writes in them. */
        WRITES,
        /** Its transactions cannot be made read-only. */
        UNABLE,
        /** Nobody has tried yet. */
        NOT_YET,
        /** Nobody could find out. */
        NOT_VERIFIED
    }

    static final Finding VERIFIED = new Finding(State.VERIFIED, "");
    static final Finding WRITES = new Finding(State.WRITES, "");
    static final Finding UNABLE = new Finding(State.UNABLE, "");
    static final Finding NOT_YET = new Finding(State.NOT_YET, "");

    static Finding notVerified(String reason) {
        return new Finding(State.NOT_VERIFIED, reason);
    }

    static Finding failed(Throwable problem) {
        String message = problem.getMessage() == null ? problem.toString() : problem.getMessage();
        return notVerified(message.lines().findFirst().orElse(message).strip());
    }

    boolean isConclusive() {
        return state != State.NOT_YET && state != State.NOT_VERIFIED;
    }

    /** @param others what guards besides the database */
    String describe(String others) {
        return switch (state) {
            case VERIFIED -> "read-only transactions, verified";
            case WRITES ->
                "the database does not refuse, though it takes read-only transactions; guarded by " + others + " only";
            case UNABLE -> "the database does not refuse; guarded by " + others + " only";
            case NOT_YET -> "whether the database refuses is found out when read-only mode is entered";
            case NOT_VERIFIED -> "read-only transactions, not verified: " + reason;
        };
    }
}
