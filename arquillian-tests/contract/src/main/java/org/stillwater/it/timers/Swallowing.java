package org.stillwater.it.timers;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.inject.Inject;
import java.util.logging.Logger;
import org.stillwater.ReadOnlyModeException;

/** Its callback catches the refusal, but its transaction is marked for rollback by then. */
@Stateless
@LocalBean
public class Swallowing extends Timed {
    private static final Logger LOG = Logger.getLogger(Swallowing.class.getName());

    @Inject
    private Booking booking;

    @Timeout
    public void due(Timer timer) {
        try {
            booking.book((String) timer.getInfo());
        } catch (ReadOnlyModeException e) {
            LOG.info("Goes on all the same: " + e.getMessage());
        }
    }
}
