package org.stillwater.it.exempt;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.stillwater.ReadOnlyControl;

/** An EJB without a transaction, so that each row is in one of its own. */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EjbMigration implements Migration {
    @Inject
    private ReadOnlyControl control;

    @Inject
    private EjbTotals totals;

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
