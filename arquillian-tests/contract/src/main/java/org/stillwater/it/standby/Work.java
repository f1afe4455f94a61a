package org.stillwater.it.standby;

/** What is done in a {@link Place}. */
public interface Work {
    /** Says how it went. */
    String with(Shelf shelf) throws Exception;
}
