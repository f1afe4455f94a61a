package org.stillwater.internal.log;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Logs through {@link System.Logger}, which every server already collects, so that the library brings no logging API
 * into the application. Texts are {@link String#format} patterns; user input stands in {@code '..'}. Thread-safe.
 */
public final class Log {
    private final Logger logger;

    private Log(String name) {
        this.logger = System.getLogger(name);
    }

    /** The log of a part of the library, named {@code org.stillwater.<part>}. */
    public static Log of(String part) {
        return new Log("org.stillwater." + part);
    }

    /** Without an id: what only a developer of the library asks for. */
    public void debug(String text, @Nullable Object... values) {
        if (logger.isLoggable(Level.DEBUG)) {
            logger.log(Level.DEBUG, String.format(Locale.ROOT, text, values));
        }
    }

    /** What an operator may want to know. */
    public void info(String id, String text, @Nullable Object... values) {
        logger.log(Level.INFO, message(id, text, values));
    }

    /** What an operator or developer should change. */
    public void warn(String id, String text, @Nullable Object... values) {
        logger.log(Level.WARNING, message(id, text, values));
    }

    /** What keeps the library from doing its work. */
    public void error(String id, Throwable cause, String text, @Nullable Object... values) {
        logger.log(Level.ERROR, message(id, text, values), cause);
    }

    /** The message as it is logged, for exceptions. */
    public static String message(String id, String text, @Nullable Object... values) {
        return id + ": " + String.format(Locale.ROOT, text, values);
    }
}
