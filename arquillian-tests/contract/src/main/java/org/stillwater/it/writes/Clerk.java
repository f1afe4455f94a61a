package org.stillwater.it.writes;

/** Somebody who writes a line, or reads. */
public interface Clerk {
    /** Refused in read-only mode. */
    String refused(String line);

    /** Skipped in read-only mode. */
    int skipped(String line);

    /** Called in every mode. */
    String reads();
}
