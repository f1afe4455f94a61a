package org.stillwater.it.writes;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.stillwater.WhenReadOnly;
import org.stillwater.Writes;

/** An EJB with a container transaction; inherits nothing. */
@Stateless
@LocalBean
@Writes
public class StatelessClerk implements Clerk {
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
