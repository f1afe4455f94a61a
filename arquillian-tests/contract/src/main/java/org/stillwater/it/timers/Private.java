package org.stillwater.it.timers;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.inject.Inject;

/** Its callback is private, which is allowed. */
@Stateless
@LocalBean
public class Private extends Timed {
    @Inject
    private Booking booking;

    @Timeout
    private void due(Timer timer) {
        booking.book((String) timer.getInfo());
    }
}
