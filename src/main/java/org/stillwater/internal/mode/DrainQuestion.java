package org.stillwater.internal.mode;

/** Asks one database, again and again, until one drain is over. One thread at a time. */
@FunctionalInterface
public interface DrainQuestion {
    /**
     * Asks. May block for as long as the database, or a pool of connections, lets it wait.
     *
     * @throws Exception if the database does not answer
     */
    DrainAnswer ask() throws Exception;
}
