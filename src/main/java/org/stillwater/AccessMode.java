package org.stillwater;

/** What an application may do with its data. There is no fourth mode. */
public enum AccessMode {
    /** Reads and writes. The mode while no window is open. */
    READ_WRITE,

    /**
     * Reads go on; no new write is admitted, except to a chain (request, transaction, thread) that holds an open permit.
     * The mode carries a deadline: when that passes before every application has drained, it returns to
     * {@link #READ_WRITE}.
     */
    DRAINING,

    /** Reads go on; no write is in flight and none is admitted. Only now may a migration start. */
    READ_ONLY;

    /** Whether a write that begins now is refused. */
    public boolean refusesNewWrites() {
        return this != READ_WRITE;
    }
}
