package org.stillwater.internal.jdbc;

/** A statement as it stands in messages: on one line and not too long. Put into words only when somebody asks. */
record SqlText(String sql) {
    private static final int LONGEST = 120;

    @Override
    public String toString() {
        String line = sql.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }
}
