package org.stillwater.it.waiting;

import jakarta.inject.Inject;
import org.stillwater.it.writes.Ledger;

/** Books in the ledger. */
public abstract class LedgerTill implements Till {
    @Inject
    private Ledger ledger;

    @Override
    public String book(String line) {
        ledger.add(line);
        return "written";
    }
}
