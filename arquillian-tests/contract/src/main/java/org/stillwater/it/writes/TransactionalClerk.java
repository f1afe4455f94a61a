package org.stillwater.it.writes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.stillwater.WhenReadOnly;
import org.stillwater.Writes;

/** A CDI bean with a transaction. */
@ApplicationScoped
@Transactional
@Writes
public class TransactionalClerk implements Clerk {
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
