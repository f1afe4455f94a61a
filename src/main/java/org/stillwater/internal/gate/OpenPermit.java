package org.stillwater.internal.gate;

import java.util.Arrays;

/**
 * A permit that has not ended, as it is shown to an operator.
 *
 * @param what the method or statement that was admitted
 * @param where the thread that was admitted, and the innermost line of the application that it is in
 * @param ageNanos how long ago it was admitted
 */
public record OpenPermit(String what, String where, long ageNanos) {

    static String whereabouts(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .filter(frame -> !isPlumbing(frame.getClassName()))
                .findFirst()
                .map(frame -> "thread '" + thread.getName() + "' at " + frame)
                .orElse("thread '" + thread.getName() + "'");
    }

    private static boolean isPlumbing(String className) {
        return className.startsWith("java.")
                || className.startsWith("jdk.")
                || className.startsWith("sun.")
                || className.startsWith("org.stillwater.internal.")
                || className.startsWith("org.postgresql.");
    }
}
