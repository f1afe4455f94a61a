package org.stillwater.internal.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.database.ConnectionSource;
import org.stillwater.internal.database.Dialects;
import org.stillwater.internal.mode.DrainAnswer;
import org.stillwater.internal.mode.DrainQuestion;
import org.stillwater.spi.OpenWrites;
import org.stillwater.spi.ReadOnlyDialect;
import org.stillwater.spi.Report;
import org.stillwater.spi.VerifyingDialect;

/**
 * Asks a database for transactions that have written something, began before the drain, and are still open.
 *
 * <h2>Which are waited for</h2>
 *
 * <p>The first answer comes after the gate was closed, so what began before the drain began before it was asked. Call
 * that moment <i>t</i>. A transaction that has written something by then is in the first answer, and is waited for by its
 * id: no clock has a say in that. One that was open at t and writes later is in a later answer; it is known by its
 * beginning, which the database's own clock tells, as it told t. If that clock is set back after t, or does not tell, more
 * is waited for, not less. Only a clock that is set back before t, while a transaction is open that writes after t, could
 * hide that one. Prepared transactions are waited for whenever they began: nobody knows.
 *
 * <h2>What is confirmed</h2>
 *
 * <p>That at the moment of the last answer no such transaction was open. Not confirmed: that one which was open at t and
 * has only read so far will never write, and that nobody begins a new one. Both go past every guard of this library, or
 * they would be refused; and waiting for all who read would make a drain wait for every report that runs long.
 *
 * <p>One thread at a time.
 */
final class OpenWritesQuestion implements DrainQuestion {
    private final ConnectionSource source;
    private @Nullable OpenWrites first;

    OpenWritesQuestion(ConnectionSource source) {
        this.source = source;
    }

    @Override
    public DrainAnswer ask() throws SQLException {
        Connection connection = source.borrow();
        try {
            String product = connection.getMetaData().getDatabaseProductName();
            ReadOnlyDialect dialect = Dialects.of(product);
            return dialect instanceof VerifyingDialect verifying
                    ? judge(verifying.name(), openWrites(verifying, connection))
                    : DrainAnswer.counted(product + " cannot be asked");
        } finally {
            source.giveBack(connection);
        }
    }

    private static OpenWrites openWrites(VerifyingDialect dialect, Connection connection) throws SQLException {
        try {
            return dialect.openWrites(connection);
        } finally {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        }
    }

    /** Decides by what the database says now and by what it said first. */
    DrainAnswer judge(String database, OpenWrites now) {
        OpenWrites before = first == null ? now : first;
        first = before;
        Set<String> ids =
                before.transactions().stream().map(OpenWrites.Transaction::id).collect(Collectors.toSet());
        List<Report.Straggler> open = now.transactions().stream()
                .filter(write -> ids.contains(write.id())
                        || write.began() == null
                        || !write.began().isAfter(before.asked()))
                .map(write -> new Report.Straggler(write.what(), write.where(), write.age()))
                .toList();
        return open.isEmpty()
                ? DrainAnswer.verified(database)
                : DrainAnswer.waiting(
                        database + " has " + (open.size() == 1 ? "a transaction" : open.size() + " transactions")
                                + " open",
                        open);
    }
}
