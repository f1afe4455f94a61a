package org.stillwater.it.exempt;

/** Somebody who fills in totals in the window. Each method is a place of its own in the log. */
public interface Migration {
    /** In an exempt block. */
    void inside(String reason, String text);

    /** In an exempt block, and once more after it on the same thread. */
    void insideAndAfter(String reason, String text);
}
