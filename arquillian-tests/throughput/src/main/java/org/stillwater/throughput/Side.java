package org.stillwater.throughput;

/** The two archives. */
enum Side {
    /** The library is not in the archive. */
    WITHOUT,
    /** The library is in {@code WEB-INF/lib}. */
    WITH
}
