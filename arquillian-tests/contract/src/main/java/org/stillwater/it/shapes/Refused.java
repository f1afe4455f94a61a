package org.stillwater.it.shapes;

import org.stillwater.ReadOnlyModeException;

/** Tells refusals from other failures, however deep a container has wrapped them. */
final class Refused {
    private Refused() {}

    /** Runs it and says how it went: {@code written}, {@code refused} or {@code failed: ...}. */
    static String outcome(Step step) {
        try {
            step.run();
            return "written";
        } catch (Exception | LinkageError e) {
            return is(e) ? "refused" : "failed: " + describe(e);
        }
    }

    static void require(Step step) {
        String outcome = outcome(step);
        if (!outcome.equals("refused")) {
            throw new IllegalStateException("A later write on the same thread was not refused: " + outcome);
        }
    }

    private static boolean is(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof ReadOnlyModeException) {
                return true;
            }
        }
        return false;
    }

    private static String describe(Throwable problem) {
        StringBuilder chain = new StringBuilder();
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            chain.append(cause).append("; ");
        }
        return chain.toString();
    }
}
