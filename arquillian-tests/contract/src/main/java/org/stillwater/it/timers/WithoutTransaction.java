package org.stillwater.it.timers;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Its callback has no transaction; what it calls has. */
@Stateless
@LocalBean
public class WithoutTransaction extends Timed {
    @Inject
    private Booking booking;

    @Timeout
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void due(Timer timer) {
        booking.book((String) timer.getInfo());
    }
}
