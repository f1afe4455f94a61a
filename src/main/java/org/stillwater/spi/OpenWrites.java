package org.stillwater.spi;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The transactions with something written that a database has open. Immutable. All times are those of the database's
 * own clock.
 *
 * @param asked when the database was asked; not later than any transaction was looked at
 * @param transactions what is open
 */
public record OpenWrites(Instant asked, List<Transaction> transactions) {
    /** Copies the list. */
    public OpenWrites {
        transactions = List.copyOf(transactions);
    }

    /**
     * A transaction that has written something, and has not ended.
     *
     * @param id the same each time that this transaction is listed, and no other's
     * @param began when it began, or null if that is not known
     * @param what what it is, for an operator
     * @param where the session, for an operator who wants to find it; never the text of a statement
     * @param age how long it is open, as far as the database says
     */
    public record Transaction(String id, @Nullable Instant began, String what, String where, Duration age) {}
}
