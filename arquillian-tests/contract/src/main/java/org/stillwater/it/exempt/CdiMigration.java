package org.stillwater.it.exempt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.stillwater.ReadOnlyControl;

/** A CDI bean without a transaction, so that each row is in one of its own. */
@ApplicationScoped
public class CdiMigration implements Migration {
    @Inject
    private ReadOnlyControl control;

    @Inject
    private CdiTotals totals;

    @Override
    public void inside(String reason, String text) {
        control.exempt(reason, () -> totals.fillIn(text));
    }

    @Override
    public void insideAndAfter(String reason, String text) {
        control.exempt(reason, () -> totals.fillIn(text));
        totals.fillIn(text + " after it");
    }
}
