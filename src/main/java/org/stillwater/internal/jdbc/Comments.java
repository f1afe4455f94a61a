package org.stillwater.internal.jdbc;

/** What a database takes for a comment that reaches to the end of the line. */
enum Comments {
    /** Two dashes. */
    STANDARD,
    /** A hash; and two dashes, but only if a blank follows. */
    MYSQL,
    /** Nobody knows. */
    EITHER;

    boolean maybe(Comments other) {
        return this == other || this == EITHER;
    }
}
