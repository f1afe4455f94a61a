package org.stillwater.it.catalogue.settings;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.stillwater.ReadOnlyModeException;

/** Says how something went: {@code done}, {@code refused by <layer>} or {@code failed}; and in further lines, why. */
public final class Attempt {
    /** By where in the library the refusal was thrown; the first frame that fits decides. */
    private static final List<String[]> LAYERS = List.of(
            new String[] {"org.stillwater.internal.cdi.", "the method"},
            new String[] {"org.stillwater.integration.hibernate.WriteListener", "Hibernate"},
            new String[] {"org.stillwater.integration.eclipselink.", "EclipseLink"},
            new String[] {"org.stillwater.internal.jdbc.", "the connection guard"});

    private Attempt() {}

    public static String of(Callable<?> work) {
        try {
            work.call();
            return "done";
        } catch (Exception | LinkageError e) {
            return describe(e);
        }
    }

    private static String describe(Throwable problem) {
        StringBuilder chain = new StringBuilder();
        String outcome = "failed";
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            chain.append('\n').append(cause);
            if (cause instanceof ReadOnlyModeException && outcome.equals("failed")) {
                outcome = "refused by " + layer(cause);
            }
        }
        return outcome + chain;
    }

    private static String layer(Throwable refusal) {
        for (Throwable cause = refusal.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) {
                return "the database";
            }
        }
        return Arrays.stream(refusal.getStackTrace())
                .map(StackTraceElement::getClassName)
                .flatMap(frame -> LAYERS.stream().filter(layer -> frame.startsWith(layer[0])))
                .map(layer -> layer[1])
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        String.format(Locale.ROOT, "No layer is known that throws this: %s", refusal), refusal));
    }
}
