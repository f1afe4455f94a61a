package org.stillwater.internal.refusal;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The forms in which a refusal is told, and the choice between them by a request's {@code Accept} header. */
public enum Format {
    /** For browsers. */
    HTML,
    /** RFC 9457, for programs. */
    JSON,
    /** For those who did not say, and where JSON cannot be written. */
    TEXT,
    /** For the script of a Faces page, which can read nothing else. Nobody asks for it by {@code Accept}. */
    FACES_AJAX;

    /**
     * What the client wants most. Wildcards over all types express no wish; a client that wants two forms equally gets
     * the first in the order of this enumeration.
     *
     * @param accept the values of the {@code Accept} headers
     * @param otherwise for a client that expresses no wish
     */
    public static Format wantedBy(Collection<String> accept, Format otherwise) {
        double[] wish = new double[values().length];
        for (String header : accept) {
            for (String range : header.split(",", -1)) {
                String[] parts = range.trim().toLowerCase(Locale.ROOT).split("\\s*;\\s*", -1);
                Format format = of(parts[0]);
                if (format != null) {
                    wish[format.ordinal()] = Math.max(wish[format.ordinal()], quality(parts));
                }
            }
        }
        Format wanted = otherwise;
        double most = 0;
        for (Format format : values()) {
            if (wish[format.ordinal()] > most) {
                most = wish[format.ordinal()];
                wanted = format;
            }
        }
        return wanted;
    }

    private static @Nullable Format of(String range) {
        return switch (range) {
            case "text/html", "application/xhtml+xml", "text/*" -> HTML;
            case "application/json", "application/*" -> JSON;
            case "text/plain" -> TEXT;
            default -> range.endsWith("+json") ? JSON : null;
        };
    }

    private static double quality(String[] parts) {
        for (String part : parts) {
            if (part.startsWith("q=")) {
                try {
                    return Double.parseDouble(part.substring(2));
                } catch (NumberFormatException e) {
                    return 0; // as if it had not been mentioned
                }
            }
        }
        return 1;
    }
}
