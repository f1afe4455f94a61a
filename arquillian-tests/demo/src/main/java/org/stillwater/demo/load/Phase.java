package org.stillwater.demo.load;

/** Where the demo is. */
public enum Phase {
    /** Caches fill, code is compiled; nothing is measured. */
    WARM_UP,
    /** Reads and writes, measured. */
    BEFORE,
    /** The operator has asked for read-only mode; writes in flight end. */
    DRAINING,
    /** Nobody writes; the migration runs. */
    WINDOW,
    /** Reads and writes again. */
    AFTER
}
