package org.stillwater.internal.jdbc;

import java.util.regex.Pattern;

/**
 * A statement as it stands in messages and reports: on one line, not too long, and without its strings, which may be what
 * the application keeps to itself. Put into words only when somebody asks.
 */
record SqlText(String sql) {
    private static final int LONGEST = 120;
    private static final Pattern STRINGS = Pattern.compile("'(?:[^']|'')*+'");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    @Override
    public String toString() {
        String line =
                BLANKS.matcher(STRINGS.matcher(sql.strip()).replaceAll("'?'")).replaceAll(" ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }
}
