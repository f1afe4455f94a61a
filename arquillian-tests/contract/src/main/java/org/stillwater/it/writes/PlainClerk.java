package org.stillwater.it.writes;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.stillwater.WhenReadOnly;
import org.stillwater.Writes;

/** A CDI bean without a transaction. */
@RequestScoped
@Writes
public class PlainClerk implements Clerk {
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
