package org.stillwater.internal.config;

import java.util.Arrays;
import java.util.List;

/**
 * Paths within an application, in the form of Servlet mappings: {@code /exact}, {@code /prefix/*} (which is also
 * {@code /prefix} itself), {@code *.ending}. Immutable.
 *
 * @param patterns each in one of these forms
 */
public record PathPatterns(List<String> patterns) {
    /** Matches nothing. */
    static final PathPatterns NONE = new PathPatterns(List.of());

    /** No character that a decoded path of a request has not, so that a pattern that would never match is refused. */
    private static final String FORM = "(/[^*?;#%\\s/]+)+(/\\*)?|/\\*|\\*\\.[^*?;#%\\s/]+";

    /** Copies the list. */
    public PathPatterns {
        patterns = List.copyOf(patterns);
    }

    /**
     * Reads a list that is separated by commas.
     *
     * @throws IllegalArgumentException if an element is no pattern; says what is allowed
     */
    static PathPatterns parse(String list) {
        List<String> patterns =
                Arrays.stream(list.split(",", -1)).map(String::strip).toList();
        for (String pattern : patterns) {
            if (!pattern.matches(FORM)) {
                throw new IllegalArgumentException(
                        "'" + pattern + "' is none of the forms '/exact', '/prefix/*' and '*.ending'. Paths within the"
                                + " application are allowed, without context path and query, separated by commas");
            }
        }
        return new PathPatterns(patterns);
    }

    /** Whether a path within the application, decoded and without query, is one of these. */
    public boolean match(String path) {
        return patterns.stream().anyMatch(pattern -> matches(pattern, path));
    }

    private static boolean matches(String pattern, String path) {
        if (pattern.startsWith("*")) {
            return path.endsWith(pattern.substring(1));
        }
        if (pattern.endsWith("/*")) {
            String prefix = pattern.substring(0, pattern.length() - 2);
            return path.equals(prefix) || path.startsWith(prefix + "/");
        }
        return path.equals(pattern);
    }
}
