package org.stillwater.it.writes;

import jakarta.inject.Inject;
import org.stillwater.WhenReadOnly;
import org.stillwater.Writes;

/** What all clerks have in common, the marks included: {@code @Writes} is inherited, on the class and on methods. */
@Writes
public abstract class BookingClerk implements Clerk {
    @Inject
    private Ledger ledger;

    @Override
    public String refused(String line) {
        ledger.add(line);
        return "written";
    }

    @Override
    @Writes(WhenReadOnly.SKIP)
    public int skipped(String line) {
        ledger.add(line);
        return 7;
    }

    @Override
    @Writes(WhenReadOnly.ALLOW)
    public String reads() {
        return "read";
    }
}
