package org.stillwater.it.timers;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicLong;

/** Its callback is not marked, what it calls is; both are in one transaction. */
@Stateless
@LocalBean
public class Calling extends Timed {
    static final AtomicLong CALLS = new AtomicLong();

    @Inject
    private Booking booking;

    @Timeout
    public void due(Timer timer) {
        CALLS.incrementAndGet();
        booking.book((String) timer.getInfo());
    }
}
