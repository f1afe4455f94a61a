package org.stillwater.it.waiting;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import org.stillwater.WhenReadOnly;
import org.stillwater.Writes;

/** An EJB without a transaction. Overrides, because the attribute of a class does not reach inherited methods. */
@Stateless
@LocalBean
@Writes(WhenReadOnly.WAIT)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FreeTill extends LedgerTill {
    @Override
    public String book(String line) {
        return super.book(line);
    }
}
