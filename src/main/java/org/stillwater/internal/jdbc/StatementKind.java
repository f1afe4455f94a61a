package org.stillwater.internal.jdbc;

/** What a statement may do to the database. Ordered: the later, the more it may do. */
enum StatementKind {
    /** Provably a plain read. */
    READ,
    /** A read that calls a function of which nobody here knows whether it writes. */
    OPAQUE,
    /** Ends or begins a transaction, or changes whether it may write. */
    CONTROL,
    /** Everything else: whatever is not provably a plain read counts as a write. */
    WRITE;

    StatementKind or(StatementKind other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
