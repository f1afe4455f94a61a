package org.stillwater.internal.database;

/** What a database takes for a comment that reaches to the end of the line. */
public enum Comments {
    /** Two dashes. */
    STANDARD,
    /** A hash; and two dashes, but only if a blank follows. */
    MYSQL,
    /** Nobody knows. */
    EITHER;

    /** Whether this may be how the database reads it. */
    public boolean maybe(Comments other) {
        return this == other || this == EITHER;
    }
}
